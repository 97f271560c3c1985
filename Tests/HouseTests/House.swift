import Foundation

/// The package as it lies on the disk, and copies of it to break.
enum House {
    /// The folder of Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// How the check script ended.
    struct Verdict {
        var status: Int32
        var lines: [String]
    }

    /// Runs the check script on a tree. The layout is left to the formatter's own run.
    static func check(_ tree: URL, _ arguments: String...) throws -> Verdict {
        let process = Process()
        process.executableURL = root.appending(path: "Scripts/check")
        process.arguments = ["--root", tree.path, "--no-format"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        return Verdict(status: process.terminationStatus, lines: lines)
    }

    /// Lends a copy of the tree in which every Swift file has its import lines and nothing else.
    static func withSkeleton<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try withEmptyTree { copy in
            for file in try swiftFiles() {
                let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
                let imports = text.split(separator: "\n").filter { $0.contains("import ") && !$0.contains("//") }
                try write(imports.joined(separator: "\n") + "\n", to: file, in: copy)
            }
            return try body(copy)
        }
    }

    /// Lends an empty folder.
    static func withEmptyTree<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let copy = FileManager.default.temporaryDirectory.appending(path: "caravan-house-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: copy) }
        return try body(copy)
    }

    /// Puts a file into a copy.
    static func write(_ text: String, to path: String, in copy: URL) throws {
        let file = copy.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private static func swiftFiles() throws -> [String] {
        try ["Sources", "Schema"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
                .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
        }
    }
}
