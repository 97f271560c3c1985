import Store
import Tracking

/// What a container's own events say of whether it is under way with what was put into it.
struct BoxJourney: Sendable {
    private static let moving: Set<Milestone> = [
        .loaded, .departed, .passed, .arrived, .attached, .detached, .borderArrived, .gaugeChanged, .borderDeparted,
        .discharged, .rolled, .position, .inspected,
    ]
    private static let handling: Set<Milestone> = [.stuffed, .gatedIn, .gatedOut, .stripped]
    /// A manifest comes within so long of the stuffing of its boxes.
    private static let paperwork: Duration = .days(5)
    /// No journey takes longer; what was bound before is looked at closely.
    private static let longest: Duration = .days(45)

    private let lastMove: Instant?
    private let lastHandling: Instant?

    init(_ steps: [TravelledStep]) {
        let actual = steps.filter(\.isActual)
        lastMove = actual.last { Self.moving.contains($0.milestone) }?.at
        lastHandling = actual.last { Self.handling.contains($0.milestone) }?.at
    }

    /// Whether it is plain that what came into it about `boundAt` is in it still: it moves, and nobody has opened, filled
    /// or taken it since. Where it is not plain, nothing is said.
    func plainlyHolds(since boundAt: Instant, now: Instant) -> Bool {
        guard let lastMove, now.since(boundAt) < Self.longest else { return false }
        guard let lastHandling else { return true }
        return lastHandling < lastMove && lastHandling.since(boundAt) < Self.paperwork
    }
}
