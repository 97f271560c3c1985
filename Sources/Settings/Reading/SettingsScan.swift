import Yams

/// Reads values out of a parsed file and collects every mistake on the way.
struct SettingsScan {
    let file: String
    let repeated: [SettingsDocument.Position: String]
    let paths: PathRule
    let environment: [String: String]
    let secrets: SecretCheck
    private(set) var problems: [SettingsProblem] = []

    init(
        file: String, repeated: [SettingsDocument.Position: String], environment: [String: String],
        secrets: SecretCheck
    ) {
        self.file = file
        self.repeated = repeated
        self.environment = environment
        self.secrets = secrets
        paths = PathRule(settingsFile: file, home: environment["HOME"])
    }

    /// Notes a mistake about a value.
    mutating func report(_ field: SettingsField, _ message: String, _ remedy: String) {
        report(line: field.line, column: field.column, key: field.path, message, remedy)
    }

    private mutating func report(line: Int, column: Int, key: String, _ message: String, _ remedy: String) {
        problems.append(
            SettingsProblem(file: file, line: line, column: column, key: key, message: message, remedy: remedy))
    }

    /// The known keys of a mapping; unknown and repeated ones are noted. Nil when the value is no mapping.
    mutating func keys(of field: SettingsField, known: [String]) -> [String: SettingsField]? {
        guard case .mapping(let mapping) = field.node else {
            report(field, "\(field.kind) stands where keys belong", "write keys: \(known.joined(separator: ", "))")
            return nil
        }
        var found: [String: SettingsField] = [:]
        var firstLines: [String: Int] = [:]
        for (key, value) in mapping {
            let formerName = formerName(at: key.mark)
            let name = formerName ?? key.scalar?.string ?? "?"
            let entry = SettingsField(node: value, path: field.path(of: shown(name)), mark: key.mark)
            if let line = firstLines[name] {
                report(entry, "this key stands already on line \(line)", "keep one of them")
            } else {
                firstLines[name] = entry.line
            }
            // The last of several is the one that is read, and the only one whose value is checked.
            if formerName != nil { continue }
            if known.contains(name) {
                found[name] = entry
            } else {
                reportUnknown(entry, name: name, known: known)
            }
        }
        return found
    }

    /// The name a repeated key had before it was renamed for the parser.
    private func formerName(at mark: Mark?) -> String? {
        mark.flatMap { repeated[SettingsDocument.Position(line: $0.line, column: $0.column)] }
    }

    private mutating func reportUnknown(_ entry: SettingsField, name: String, known: [String]) {
        let remedy = NearestName.of(name, among: known).map { "did you mean \($0)?" }
        report(entry, "there is no such key", remedy ?? "known here: \(known.joined(separator: ", "))")
    }

    /// The elements of a list; none, with a note, when the value is something else.
    mutating func elements(of field: SettingsField?, remedy: String) -> [SettingsField] {
        guard let field, !reportedEmpty(field) else { return [] }
        guard case .sequence(let sequence) = field.node else {
            report(field, "\(field.kind) stands where a list belongs", remedy)
            return []
        }
        return sequence.enumerated().map { index, node in
            SettingsField(node: node, path: "\(field.path)[\(index)]", mark: node.mark)
        }
    }

    /// A single value's text.
    mutating func text(_ field: SettingsField?, remedy: String) -> String? {
        guard let field, !reportedEmpty(field) else { return nil }
        guard let text = field.text else {
            report(field, "\(field.kind) stands where a single value belongs", remedy)
            return nil
        }
        guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            report(field, "the value is empty or holds control characters", remedy)
            return nil
        }
        return text
    }

    /// A key that must be there.
    mutating func required(
        _ key: String, in keys: [String: SettingsField], of field: SettingsField, remedy: String
    ) -> String? {
        guard let entry = keys[key] else {
            report(
                line: field.line, column: field.column, key: field.path(of: key), "this key is missing", remedy)
            return nil
        }
        return text(entry, remedy: remedy)
    }

    /// A value of a type that reads itself from text.
    mutating func value<Value: SettingValue>(_ type: Value.Type, _ field: SettingsField?) -> Value? {
        guard let field, let text = text(field, remedy: Value.remedy) else { return nil }
        guard let value = Value(text) else {
            report(field, "\(quoted(text)) is not \(Value.noun)", Value.remedy)
            return nil
        }
        return value
    }

    private mutating func reportedEmpty(_ field: SettingsField) -> Bool {
        guard field.isEmpty else { return false }
        report(field, "the key has no value", "give it one, or remove the key")
        return true
    }

    /// A value as it is shown in a message: short, and without its control characters.
    func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

    private func shown(_ text: String) -> String {
        let short = String(String.UnicodeScalarView(text.unicodeScalars.prefix(40)))
        let clean = short.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : String($0) }
        return clean.joined() + (text.unicodeScalars.count > 40 ? "…" : "")
    }
}
