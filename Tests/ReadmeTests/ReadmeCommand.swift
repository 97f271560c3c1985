import Foundation

/// A command of the README, and what it says comes of it.
struct ReadmeCommand: Sendable {
    /// Where it stands, counted from 1.
    var line: Int
    var text: String
    /// What the README shows below it.
    var output: [String] = []

    /// A line below the command: more of it after `> `, otherwise output.
    mutating func append(_ line: String) {
        if output.isEmpty, line == ">" || line.hasPrefix("> ") {
            text += "\n" + line.dropFirst(2)
        } else {
            output.append(line)
        }
    }

    /// What stands after `# ends with`; 0 where nothing does.
    var status: Int32 {
        guard let mark = text.range(of: "# ends with ") else { return 0 }
        return Int32(text[mark.upperBound...].prefix { $0.isNumber }) ?? 0
    }
}
