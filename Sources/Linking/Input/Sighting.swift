public import Tracking

/// One scan of a parcel or one event of a container, as evidence of where both were.
public struct Sighting: Hashable, Sendable {
    public var milestone: Milestone
    /// Our code of the place, `ALK`; nil where it was not told.
    public var place: String?
    public var time: EventTime

    public init(_ milestone: Milestone, at place: String? = nil, _ time: EventTime) {
        self.milestone = milestone
        self.place = place
        self.time = time
    }
}
