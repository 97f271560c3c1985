public import Tracking

/// A container as tables and carriers tell of it, without its contents.
public struct SeenContainer: Sendable {
    public var number: String
    /// The train that the tables name; for an untold roll the one it missed.
    public var train: TrainRun
    public var departure: Instant
    public var sealed: Instant?
    /// Its events at the Chinese border.
    public var crossings: [TrueEvent]
    public var hub: Station
    public var customsLists: Set<String>
    public var declaredPieces: Int
    public var declaredGrams: Int
}
