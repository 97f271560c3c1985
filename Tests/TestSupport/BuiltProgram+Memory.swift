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

    /// Runs the program to its end and asks the system what it held: a process of its own, so that nothing else that
    /// the tests do is in the figure.
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
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        // The low seven bits tell of a signal, the next eight are the status.
        return Weighed(status: status & 0x7F == 0 ? status >> 8 : -1, peak: usage.ru_maxrss * 1024)
    }
}
