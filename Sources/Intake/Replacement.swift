/// What a person says of a file that is the new version of an earlier one.
public struct Replacement: Sendable {
    /// A line of the `hand` profile: `{"replace": …}`.
    public var said: String
    /// Who says so.
    public var person: String

    public init(said: String, person: String) {
        self.said = said
        self.person = person
    }
}
