public import Foundation

/// A program of this package, run as its users run it.
public struct BuiltProgram: Sendable {
    /// The program was not built beside the tests.
    public struct Missing: Error {
        public let path: String
    }

    /// How a run ended.
    public struct Ending: Sendable {
        /// The exit status; negative the signal that ended it.
        public var status: Int32
        public var output: String
        public var errors: String
    }

    public let url: URL

    /// - Throws: ``Missing``.
    public init(_ name: String) throws {
        // The tests are one program, which is linked into the same folder.
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        url = tests.deletingLastPathComponent().appendingPathComponent(name)
        guard FileManager.default.isExecutableFile(atPath: url.path) else { throw Missing(path: url.path) }
    }

    /// Starts the program and does not wait for it; what it says goes nowhere, or its errors into a file.
    public func start(
        _ arguments: [String], environment: [String: String] = [:], errors: String? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try errors.map(Self.writing) ?? FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program to its end.
    ///
    /// - Parameter runner: what to run it with, such as `setpriv` and its arguments.
    public func run(
        _ arguments: [String], environment: [String: String] = [:], runner: [String] = []
    ) throws -> Ending {
        let process = Process()
        let words = runner + [url.path] + arguments
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files and not pipes: a program that says much would wait for a reader that waits for its end.
        let folder = try TemporaryFolder()
        let (output, errors) = (folder.path("output"), folder.path("errors"))
        process.standardOutput = try Self.writing(output)
        process.standardError = try Self.writing(errors)
        try process.run()
        process.waitUntilExit()
        let status = process.terminationStatus
        return Ending(
            status: process.terminationReason == .exit ? status : -status,
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    private static func writing(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// Nothing of the account that runs the tests but where programs are.
    private static var environment: [String: String] {
        ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    }
}

extension BuiltProgram {
    /// A copy in a folder that every account can reach.
    public func copied(into folder: TemporaryFolder) throws -> BuiltProgram {
        let copy = folder.url.appendingPathComponent(url.lastPathComponent)
        try FileManager.default.copyItem(at: url, to: copy)
        return BuiltProgram(at: copy)
    }

    private init(at url: URL) {
        self.url = url
    }
}
