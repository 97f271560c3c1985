import Foundation

/// `curl --parallel`, where there is one.
enum CurlProgram {
    private static let path = ["/usr/bin/curl", "/usr/local/bin/curl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Fetches every URL and drops what comes; nil where the program is not installed.
    static func fetch(_ urls: [String], inFlight: Int, _ surroundings: Surroundings) async throws -> Spent? {
        guard let path else { return nil }
        let list = surroundings.path("urls")
        defer { surroundings.remove(list) }
        let lines = urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
        try lines.write(toFile: list, atomically: true, encoding: .utf8)
        let before = Spent.processorOfChildren
        let seconds = try ChildProcess.time(
            path,
            ["--silent", "--no-progress-meter", "--parallel", "--parallel-max", String(inFlight), "--config", list])
        return Spent(seconds: seconds, processor: Spent.processorOfChildren - before)
    }
}
