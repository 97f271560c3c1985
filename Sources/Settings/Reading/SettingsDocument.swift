import Foundation
import Yams

/// A settings file as a tree whose nodes know their lines.
///
/// The parser stops at a key that stands twice. To go on to the other mistakes, the earlier of the two is
/// renamed in the text, by exchanging its first letter so that no line or column moves, and parsed again.
struct SettingsDocument {
    /// A place in the text, counted from 1.
    struct Position: Hashable {
        var line: Int
        var column: Int
    }

    /// Nil when the file holds nothing, or only comments.
    let root: Node?
    /// Earlier occurrences of keys that stand twice, with the names they had.
    let repeated: [Position: String]

    /// Parses a file; throws the one mistake that keeps it from being YAML at all.
    init(yaml: String, file: String) throws(SettingsProblem) {
        // Some editors mark UTF-8 with an invisible first character; the parser takes it for content.
        var text = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
        var repeated: [Position: String] = [:]
        while true {
            do {
                root = try Parser(yaml: text, encoding: .utf8).singleRoot()
                self.repeated = repeated
                return
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let position = Position(line: context.mark.line, column: context.mark.column)
                guard repeated.count < 256, let name = names.first,
                    let renamed = Self.rename(text, at: position, number: repeated.count)
                else { throw Self.repetition(of: names, at: position, file: file) }
                repeated[position] = name
                text = renamed
            } catch {
                throw Self.problem(error, file: file)
            }
        }
    }

    /// The text with the first letter of the key at `position` exchanged for a private one.
    private static func rename(_ text: String, at position: Position, number: Int) -> String? {
        guard let stand = Unicode.Scalar(0xE000 + UInt32(number)) else { return nil }
        var scalars = text.unicodeScalars
        var index = scalars.startIndex
        for _ in 1..<position.line {
            guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: end)
        }
        guard let key = scalars.index(index, offsetBy: position.column - 1, limitedBy: scalars.endIndex)
        else { return nil }
        index = key
        if index < scalars.endIndex, scalars[index] == "\"" || scalars[index] == "'" {
            index = scalars.index(after: index)
        }
        guard index < scalars.endIndex, scalars[index].properties.isAlphabetic else { return nil }
        scalars.replaceSubrange(index...index, with: [stand])
        return String(scalars)
    }

    private static func repetition(of names: [String], at position: Position, file: String) -> SettingsProblem {
        SettingsProblem(
            file: file, line: position.line, column: position.column, key: names.first ?? "",
            message: "this key stands more than once", remedy: "keep one of them")
    }

    private static func problem(_ error: any Error, file: String) -> SettingsProblem {
        let remedy = "check indentation, quotes and brackets there"
        let (line, column, message): (Int, Int, String) =
            switch error {
            case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
                YamlError.composer(_, let problem, let mark, _):
                (mark.line, mark.column, "this is not YAML: \(problem)")
            case YamlError.reader(let problem, _, _, _):
                (1, 1, "this is not YAML: \(problem)")
            default:
                (1, 1, "this is not YAML")
            }
        return SettingsProblem(file: file, line: line, column: column, key: "", message: message, remedy: remedy)
    }
}
