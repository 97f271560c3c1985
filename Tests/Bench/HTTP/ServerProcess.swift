import Foundation

/// The server in a process of its own, so that what it takes is not in our figures.
final class ServerProcess {
    static let word = "serve"

    private let process = Process()
    private let input = Pipe()
    let port: UInt16

    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// - Parameters:
    ///   - answers, versions: as ``ServedAnswers`` takes them.
    ///   - delay: milliseconds between a question and its answer.
    init(answers: Int, versions: Int = 1, delay: Int) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [Self.word, String(answers), String(versions), String(delay)]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = UInt16(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw FastServer.Failure(description: "the server did not say where it listens")
        }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Serves until whoever started it closes its input.
    static func serve() {
        let numbers = CommandLine.arguments.dropFirst(2).compactMap(Int.init)
        guard numbers.count == 3 else { exit(64) }
        do {
            let answers = ServedAnswers(count: numbers[0], versions: numbers[1])
            let server = try FastServer(answers: answers, delay: .milliseconds(numbers[2]))
            FileHandle.standardOutput.write(Data("\(server.port)\n".utf8))
            _ = try FileHandle.standardInput.readToEnd()
            server.stop()
        } catch {
            Bench.complain("error: \(error)")
            exit(1)
        }
    }
}
