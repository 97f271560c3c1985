import Foundation
import Terminal

/// Numbers from a file, one on each line.
enum CodeList {
    /// - Parameter path: nil for none; `-` for standard input.
    /// - Throws: `CommandFailure` when there is no such file.
    static func read(_ path: String?) throws -> [String] {
        guard let path else { return [] }
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: path)
        guard let data else {
            throw CommandFailure(
                "cannot read numbers", on: path, why: "there is no such file, or it is not readable",
                try: "name a text file with one number on each line", kind: "no-such-file",
                status: .noSuchFile)
        }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
