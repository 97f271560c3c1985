/// Every mistake of a settings file, in the order of its lines.
public struct SettingsProblems: Error, Equatable, Sendable {
    public let problems: [SettingsProblem]

    init(_ problems: [SettingsProblem]) {
        self.problems = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}

extension SettingsProblems: CustomStringConvertible {
    /// One line for each.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
