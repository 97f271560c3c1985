import Foundation
import Terminal

/// A file to import, or standard input.
struct ImportSource {
    /// Larger than any list of this trade; what is larger is a mistake, and must not fill the memory.
    static let mostBytes = 1 << 30

    /// For people, and kept with the message: the last part of the path.
    var name: String
    private var path: String?

    /// The files that an argument names: itself, or what stands in a folder.
    ///
    /// - Throws: `CommandFailure` when there is nothing, or what is there is no file.
    static func expand(_ argument: String) throws -> [ImportSource] {
        if argument == "-" { return [ImportSource(name: "standard input", path: nil)] }
        var status = stat()
        guard stat(argument, &status) == 0 else {
            throw CommandFailure(
                "cannot import", on: argument, why: String(cString: strerror(errno)),
                try: "check the name", kind: "no-such-file", status: .noSuchFile)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return [ImportSource(name: (argument as NSString).lastPathComponent, path: argument)]
        case S_IFDIR: return try folder(argument)
        default:
            throw CommandFailure(
                "cannot import", on: argument, why: "it is neither a file nor a folder",
                try: "name a file, or - for standard input", kind: "not-a-file",
                status: .unusableData)
        }
    }

    private static func folder(_ path: String) throws -> [ImportSource] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
        let files = names.map { path + "/" + $0 }.filter { file in
            var status = stat()
            return stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        }
        guard !files.isEmpty else {
            throw CommandFailure(
                "cannot import", on: path, why: "there is no file in the folder",
                try: "name a file", kind: "empty-folder", status: .noSuchFile)
        }
        return files.map { ImportSource(name: ($0 as NSString).lastPathComponent, path: $0) }
    }

    /// - Throws: `CommandFailure` when the bytes cannot be had.
    func read() throws -> [UInt8] {
        guard let path else { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(
                "cannot import", on: name, why: String(cString: strerror(errno)),
                try: "check that this account may read it", kind: "not-readable",
                status: .notAllowed)
        }
        defer { try? handle.close() }
        let size = try handle.seekToEnd()
        guard size <= Self.mostBytes else {
            throw CommandFailure(
                "cannot import", on: name, why: "it is larger than 1 GiB", try: "split the file",
                kind: "too-large", status: .unusableData)
        }
        try handle.seek(toOffset: 0)
        return [UInt8](try handle.readToEnd() ?? Data())
    }
}
