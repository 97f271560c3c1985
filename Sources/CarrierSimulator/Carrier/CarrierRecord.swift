import Tracking

/// One version of one event as a carrier publishes it.
struct CarrierRecord: Hashable, Sendable {
    /// The carrier's own id; a later record with the same id takes the place of this one.
    var id: String
    var publishedAt: Instant
    var classifier: EventClassifier
    var code: DCSACode
    /// What the carrier says took place, and when it says so.
    var event: TrueEvent
    var container: String
    var trip: TripPapers
    var isRetracted = false
    /// Published under 3.0 only, because 2.2 has no way to withdraw an event.
    var isOnlyInVersion3 = false
}
