public import Tracking

/// Decides whom to ask next; the store asks it within its transactions and keeps what it says.
public protocol PollPlanner: Sendable {
    /// How much more than its price asking would be worth; the greatest go first.
    func urgency(of candidate: PollCandidate, now: Instant) -> Double

    /// What becomes of a number that is asked about at `now`.
    func plan(_ poll: DuePoll, askedAt now: Instant) -> PlannedCheck

    /// Whether news of a number mean that its companions should be asked at once.
    ///
    /// - Parameters:
    ///   - claimed: the number as it was before it was asked about.
    ///   - planned: what it waits for now.
    func callsCompanions(_ claimed: DuePoll, planned: PlannedCheck) -> Bool
}
