/// What is written beside a file that was put aside.
public struct InboxReport: Sendable {
    /// The whole text for people. Its first line names the file and its bytes, and is the same whenever they are.
    public var text: String
    /// The same for programs.
    public var json: String

    public init(text: String, json: String) {
        self.text = text
        self.json = json
    }

    static let textEnding = ".report.txt"
    static let jsonEnding = ".report.json"

    /// Whether a file is a report and no file that came.
    static func isReport(_ name: String) -> Bool { name.hasSuffix(textEnding) || name.hasSuffix(jsonEnding) }

    var firstLine: Substring { text.prefix { $0 != "\n" } }
}
