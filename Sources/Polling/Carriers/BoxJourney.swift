import Store
import Tracking

/// What a container's own events say of whether it still holds what was put into it.
struct BoxJourney: Sendable {
    private static let openings: Set<Milestone> = [.stripped, .gatedOut]
    private static let fillings: Set<Milestone> = [.stuffed, .gatedIn]
    /// A manifest comes within so long of the stuffing of its boxes.
    private static let paperwork: Duration = .days(5)
    /// No journey takes longer; what was bound before is looked at closely.
    private static let longest: Duration = .days(45)

    /// When it was last emptied or taken away, when last filled, and when anything else last happened.
    private let opened: Instant?
    private let filled: Instant?
    private let moved: Instant?

    init(_ steps: [TravelledStep]) {
        let actual = steps.filter(\.isActual)
        opened = actual.last { Self.openings.contains($0.milestone) }?.at
        filled = actual.last { Self.fillings.contains($0.milestone) }?.at
        moved = actual.last { !Self.openings.contains($0.milestone) }?.at
    }

    /// Whether it is plain that what came into it about `boundAt` is in it still: nobody has opened, taken or filled it
    /// since. Where it is not plain, nothing is said.
    func plainlyHolds(since boundAt: Instant, now: Instant) -> Bool {
        guard now.since(boundAt) < Self.longest else { return false }
        if let filled, filled.since(boundAt) > Self.paperwork { return false }
        guard let opened else { return true }
        // A paper that comes when all is over tells of a box that is empty.
        return opened < boundAt && moved.map { opened < $0 } ?? false
    }
}
