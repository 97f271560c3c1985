import Foundation

/// Runs a program to its end and takes the time, without the weight of Foundation's `Process`.
enum ChildProcess {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Wall seconds from the spawn to the end.
    ///
    /// - Parameter output: a file for standard output; nil drops it.
    static func time(_ program: String, _ arguments: [String], output: String? = nil) throws -> Double {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process = pid_t()
        let start = ContinuousClock.now
        let code = posix_spawn(&process, program, &actions, nil, words, environ)
        guard code == 0 else { throw Failure(description: "\(program): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let seconds = (ContinuousClock.now - start).seconds
        guard status == 0 else { throw Failure(description: "\(program) ended with \(status >> 8)") }
        return seconds
    }
}
