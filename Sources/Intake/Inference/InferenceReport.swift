public import Linking
public import Store

/// What came of a round of inference.
public struct InferenceReport: Sendable {
    /// Parcels that no paper puts into a container.
    public var open: Int
    /// False where nothing was heard since the last round, so that nothing was done.
    public var wasDue: Bool
    /// Parcels and containers that were looked at.
    public var considered = 0
    public var containers = 0
    public var change = InferenceChange()
    /// Rules that the evidence would break.
    public var conflicts: [LinkConflict] = []
}
