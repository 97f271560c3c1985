public import Tracking

/// What became of an inferred link when a paper told where something really was.
public struct InferenceScore: Hashable, Sendable {
    public var parentKind: SubjectKind
    /// As it was believed, 0 to 1.
    public var probability: Double
    public var isRight: Bool
    /// Names the rules by which it was worked out.
    public var model: String
    public var scoredAt: Instant
}
