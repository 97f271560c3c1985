/// What a round of inference changed.
public struct InferenceChange: Equatable, Sendable {
    /// Links that are believed, or believed otherwise, from now on.
    public var added = 0
    /// Links that are believed no more, or otherwise.
    public var ended = 0
    /// Links that stand as they stood.
    public var unchanged = 0
    /// Links that a paper proved right or wrong.
    public var scored = 0

    public init(added: Int = 0, ended: Int = 0, unchanged: Int = 0, scored: Int = 0) {
        self.added = added
        self.ended = ended
        self.unchanged = unchanged
        self.scored = scored
    }

    public static func + (left: InferenceChange, right: InferenceChange) -> InferenceChange {
        InferenceChange(
            added: left.added + right.added, ended: left.ended + right.ended,
            unchanged: left.unchanged + right.unchanged, scored: left.scored + right.scored)
    }
}
