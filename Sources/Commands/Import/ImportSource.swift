import Foundation
import Messages
import Terminal

/// A file to import, or standard input.
struct ImportSource {
    /// Larger than any list of this trade; what is larger is a mistake, and must not fill the memory. No decoder reads
    /// more.
    static let mostBytes = DecodingLimits().totalBytes

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

    /// - Throws: `CommandFailure` when the bytes cannot be had, or are more than anything that can be read.
    func read() throws -> [UInt8] {
        guard let path else { return try read(FileHandle.standardInput.fileDescriptor, expected: 0) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(
                "cannot import", on: name, why: String(cString: strerror(errno)),
                try: "check that this account may read it", kind: "not-readable",
                status: .notAllowed)
        }
        defer { try? handle.close() }
        var status = stat()
        // Before a byte is read: a file of any size is refused at once.
        if fstat(handle.fileDescriptor, &status) == 0, status.st_size > Self.mostBytes { throw tooLarge }
        return try read(handle.fileDescriptor, expected: Int(status.st_size))
    }

    private func read(_ descriptor: Int32, expected: Int) throws -> [UInt8] {
        do {
            guard let bytes = try BoundedBytes.read(descriptor, most: Self.mostBytes, expected: expected) else {
                throw tooLarge
            }
            return bytes
        } catch let failure as POSIXError {
            throw CommandFailure(
                "cannot import", on: name, why: String(cString: strerror(failure.code.rawValue)),
                try: "look at the disk or the program that it comes from", kind: "not-readable", status: .tryAgain)
        }
    }

    private var tooLarge: CommandFailure {
        CommandFailure(
            "cannot import", on: name, why: "it is larger than \(Self.mostBytes >> 20) MiB",
            try: "split it; every part of a table needs the header", kind: "too-large", status: .unusableData)
    }
}
