/// A setting that is written as one word and read back from its own description.
protocol SettingValue: LosslessStringConvertible, Hashable, Sendable {
    /// What it is, with its article: "a rate".
    static var noun: String { get }
    /// What to write, with an example.
    static var remedy: String { get }
}
