import Store
import Tracking

/// A planner without opinions: whoever is due is asked, and stays due.
struct AskInTurn: PollPlanner {
    func urgency(of candidate: PollCandidate, now: Instant) -> Double { 0 }

    func plan(_ poll: DuePoll, askedAt now: Instant) -> PlannedCheck {
        PlannedCheck(turn: .now(next: poll.dueAt))
    }

    func callsCompanions(_ claimed: DuePoll, planned: PlannedCheck) -> Bool { true }
}
