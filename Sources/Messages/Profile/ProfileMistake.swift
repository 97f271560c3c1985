/// What is wrong in a profile, where, and what would be right.
public struct ProfileMistake: Hashable, Sendable, CustomStringConvertible {
    /// The file, or the name of a built-in profile.
    public var file: String
    /// From 1; nil where the file as a whole is meant.
    public var line: Int?
    /// The key, with those above it: `ask.pages.header`.
    public var key: String
    public var reason: String

    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(key.isEmpty ? "" : "\(key): ")\(reason)"
    }
}
