/// Everything that is wrong in a profile, so that its author mends it in one go.
public struct ProfileMistakes: Error, Hashable, Sendable, CustomStringConvertible {
    public var mistakes: [ProfileMistake]

    public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
