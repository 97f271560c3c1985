import ArgumentParser
import CarrierSimulator
import Foundation

/// How the simulator speaks: results on standard output, mistakes on standard error.
enum Console {
    /// Written at once, also into a pipe, because others wait for it.
    static func say(_ line: String) throws {
        try write(Array((line + "\n").utf8))
    }

    static func write(_ bytes: [UInt8]) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    /// Says what failed and what to try, and gives the exit code to end with.
    static func failure(_ problem: String, attempt: String, code: Int32) -> ExitCode {
        FileHandle.standardError.write(Data("error: \(problem)\ntry: \(attempt)\n".utf8))
        return ExitCode(code)
    }

    /// The zones of all stations, or the end of the program: without them every local time would be wrong.
    static func zones() throws -> ZoneTable {
        do {
            return try ZoneTable()
        } catch {
            throw failure("\(error)", attempt: "install the system's time zone data (tzdata)", code: 72)
        }
    }
}
