public import Tracking

/// A parcel as its own carrier tells of it, with the truth beside.
public struct SeenParcel: Sendable {
    public struct Scan: Sendable {
        public var milestone: Milestone
        public var at: Instant
        public var station: Station?
        public var isDayOnly: Bool
    }

    public var number: String
    /// As received, which may be one edit from the true one.
    public var bag: String?
    public var customsList: String?
    public var scans: [Scan]
    public var hub: Station
    public var country: String
    public var pieces: Int
    public var weightGrams: Int
    public var truth: Truth

    public struct Truth: Sendable {
        public var container: String
        /// Ordinal of the train it really left on.
        public var train: Int
        public var bag: String
        public var customsList: String
    }
}
