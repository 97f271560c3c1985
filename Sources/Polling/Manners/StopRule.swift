import Tracking

/// When asking about a number comes to an end.
///
/// Stopping never changes what is known of it; a person may watch it again.
struct StopRule: Sendable {
    /// What the rule says.
    enum Answer: Hashable, Sendable {
        case ask
        /// Not before this instant; it lies after now.
        case askAt(Instant)
        case stop(Reason)
    }

    /// Why a number is not asked about any more; the raw value is a stable word.
    enum Reason: String, Hashable, Sendable {
        /// Its journey is over, and corrections were waited for.
        case ended
        /// The carrier never told anything of it.
        case neverTold = "never-told"
        /// The carrier has told nothing new for long.
        case unchanged
    }

    /// After an end, when it is asked about once more, for corrections.
    static let corrections: [Duration] = [.days(1), .days(3), .days(7)]
    /// A number that nothing is ever told of is asked about so long.
    static let withoutNews: Duration = .days(60)
    /// A number that nothing new is told of is asked about so long.
    static let withoutChange: Duration = .days(120)

    /// What is asked about.
    var kind: SubjectKind
    /// Its latest actual milestone, and when that was.
    var milestone: Milestone?
    var milestoneAt: Instant?
    /// When the carrier was bound to it; nil where that is not known.
    var boundAt: Instant?
    /// When the carrier last answered about it.
    var lastSuccess: Instant?
    /// When the carrier last said something new of it.
    var lastChange: Instant?

    func answer(now: Instant) -> Answer {
        if let end, let answer = afterEnd(end, now) { return answer }
        // Whoever binds it anew, and whoever else tells of it, begins the wait anew.
        let signs = [lastChange, boundAt, milestoneAt].compactMap(\.self)
        // What counts is how long the carrier has answered in vain, not how long nobody asked it.
        guard let sign = signs.max(), let lastSuccess else { return .ask }
        let silence = lastSuccess.since(sign)
        if lastChange == nil { return boundAt != nil && silence >= Self.withoutNews ? .stop(.neverTold) : .ask }
        return silence >= Self.withoutChange ? .stop(.unchanged) : .ask
    }

    /// When its journey was over. A container that is given back empty is none of that: parcels that were in it may
    /// still be on their way, and its number comes again.
    private var end: Instant? {
        guard kind != .container else { return nil }
        switch milestone {
        case .delivered, .returned, .lost, .disposed, .cancelled: return milestoneAt
        default: return nil
        }
    }

    private func afterEnd(_ end: Instant, _ now: Instant) -> Answer? {
        // Bound after its end, or bound anew: somebody wants to know, and is told once.
        guard let lastSuccess, boundAt.map({ $0 <= lastSuccess }) ?? true else { return nil }
        let next = Self.corrections.map { end.advanced(by: $0) }.first { lastSuccess < $0 }
        guard let next else { return .stop(.ended) }
        return next <= now ? .ask : .askAt(next)
    }
}
