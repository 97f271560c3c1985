import Foundation

extension BuiltProgram {
    /// How a run ended, and the most memory it ever held.
    public struct Weighed: Sendable {
        /// The exit status; -1 when a signal ended it.
        public var status: Int32
        /// Bytes of resident memory at the highest.
        public var peak: Int
    }

    /// The program could not be started.
    public struct NotStarted: Error {
        public let code: Int32
    }

    /// Runs the program to its end and looks meanwhile what it holds: a process of its own, so that nothing else that
    /// the tests do is in the figure.
    ///
    /// Not by `ru_maxrss`, which begins with what its parent held.
    ///
    /// - Throws: ``NotStarted``.
    public func weigh(_ arguments: [String], environment: [String: String] = [:]) throws -> Weighed {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0..<Int32(3) {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([url.path] + arguments).map { strdup($0) } + [nil]
        let settings = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { $1 }
        var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, url.path, &actions, nil, &words, &variables)
        guard code == 0 else { throw NotStarted(code: code) }
        var (status, peak): (Int32, Int) = (0, 0)
        while waitpid(process, &status, WNOHANG) == 0 {
            peak = max(peak, Self.highest(of: process))
            usleep(500)
        }
        // The low seven bits tell of a signal, the next eight are the status.
        return Weighed(status: status & 0x7F == 0 ? status >> 8 : -1, peak: peak)
    }

    /// The most resident memory that a process held so far, in bytes; 0 when it has ended.
    private static func highest(of process: pid_t) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }
}
