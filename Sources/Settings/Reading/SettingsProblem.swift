/// One mistake in a settings file: where it is, what is wrong and what would be right.
public struct SettingsProblem: Error, Equatable, Sendable {
    /// The file, as it was named.
    public var file: String
    /// Counted from 1; the column in Unicode scalars.
    public var line: Int
    public var column: Int
    /// The key the mistake is about, `carriers[1].rate`; empty when the whole file is meant.
    public var key: String
    /// What is wrong.
    public var message: String
    /// What would be right.
    public var remedy: String

    public init(file: String, line: Int, column: Int, key: String, message: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.remedy = remedy
    }
}

extension SettingsProblem: CustomStringConvertible {
    /// `caravan.yaml:12:5: carriers[1].rate: "fast" is not a rate; write …`
    public var description: String {
        let subject = key.isEmpty ? "" : "\(key): "
        return "\(file):\(line):\(column): \(subject)\(message); \(remedy)"
    }
}
