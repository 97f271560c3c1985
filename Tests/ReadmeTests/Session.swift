import Foundation
import TestSupport

/// A shell in an empty folder that runs one command after the other, as somebody does who follows the README.
struct Session: Sendable {
    struct Ending: Sendable {
        var output: [String]
        var status: Int32
    }

    /// Why the commands could not be run.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// One for each command.
    let endings: [Ending]

    /// The README's port may be taken here, so another one stands in for it.
    init(_ commands: [String]) throws {
        let folder = try TemporaryFolder()
        let port = try FreePort.find()
        let mark = "end-of-\(UUID().uuidString)"
        let script = commands.map { "\($0)\necho \"\(mark) $?\"" } + ["kill $(jobs -p) 2>/dev/null"]
        let text = script.joined(separator: "\n").replacing("8480", with: String(port))
        endings = try Self.read(try Self.run(text, in: folder.url), mark: mark)
        guard endings.count == commands.count else {
            throw Failure(description: "\(endings.count) of \(commands.count) commands ended")
        }
    }

    private static func run(_ script: String, in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        process.environment = try environment(home: folder)
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// Nothing of the person who runs the tests reaches the programs.
    private static func environment(home: URL) throws -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": "\(try Products.folder().path):\(path)", "HOME": home.path, "LANG": "C.UTF-8"]
    }

    private static func read(_ output: String, mark: String) throws -> [Ending] {
        var endings: [Ending] = []
        var lines: [String] = []
        for line in output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix(mark) {
                guard let status = Int32(line.dropFirst(mark.count + 1)) else { throw Failure(description: line) }
                endings.append(Ending(output: lines, status: status))
                lines = []
            } else {
                lines.append(line)
            }
        }
        return endings
    }
}
