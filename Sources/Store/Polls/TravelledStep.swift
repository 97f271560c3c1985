public import Tracking

/// One thing that happened to a number, or is expected to, as far as the times between them need it.
public struct TravelledStep: Sendable, Hashable {
    public var milestone: Milestone
    public var isActual: Bool
    public var at: Instant
    public var precision: TimePrecision
    public var place: PlaceReference?

    public init(milestone: Milestone, isActual: Bool, at: Instant, precision: TimePrecision, place: PlaceReference?) {
        self.milestone = milestone
        self.isActual = isActual
        self.at = at
        self.precision = precision
        self.place = place
    }
}
