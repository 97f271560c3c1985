import Logging
import Messages
import Store
import Tracking

/// What a question's ending means for its numbers.
extension CarrierLane {
    /// Tells the store what becomes of each number.
    func conclude(_ polls: [DuePoll], _ asked: AskedQuestion) async throws {
        let now = desk.clock.now
        switch asked.ending {
        case .answered(let answer): try await conclude(polls, answer, asked)
        case .closed(let closed): await giveBack(polls, closed)
        case .slowDown:
            let again = asked.mayRetry ? spread(door.state.notBefore ?? now) : nil
            await fail(polls, "slow-down") { _ in again }
        case .quotaUsed: await fail(polls, "quota-used") { _ in spread(CarrierDoor.tomorrow(now)) }
        case .blocked: await fail(polls, "blocked") { _ in now.advanced(by: CarrierDoor.probeAfter) }
        case .unaskable(let kind):
            // The number's matter, or that of the settings: the carrier never heard of it.
            await fail(polls, kind.rawValue) { _ in now.advanced(by: kind == .wrongKind ? .hours(24) : .hours(1)) }
        case .failed("unknown-number"):
            await fail(polls, "unknown-number") { _ in now.advanced(by: .hours(24)) }
        case .failed where asked.remedy == .setAside:
            for poll in polls { await setAside(poll) }
        case .failed(let kind): await fail(polls, kind, mayRetry: asked.mayRetry)
        }
    }

    /// The numbers of one answer, each with its own ending.
    private func conclude(_ polls: [DuePoll], _ answer: Question.Answer, _ asked: AskedQuestion) async throws {
        door.clear(polls.map(\.subject))
        var updates: [PollUpdate] = []
        for poll in polls {
            guard let ending = answer.numbers[poll.subject] else { continue }
            var update = update(poll, ending)
            update.freshUntil = answer.freshUntil
            update.offered = answer.offered
            update.claimed = poll
            update.planner = planner
            updates.append(update)
        }
        summary.accounting = summary.accounting + answer.unread
        if !updates.isEmpty || !answer.parts.isEmpty { await submit(answer.parts, updates) }
        let rest = polls.filter { answer.numbers[$0.subject] == nil }
        guard !rest.isEmpty else { return }
        var left = asked
        left.ending = answer.rest ?? .failed("not-registered")
        try await conclude(rest, left)
    }

    private func update(_ poll: DuePoll, _ ending: NumberEnding) -> PollUpdate {
        let now = desk.clock.now
        var update = PollUpdate(carrier: plan.name, subject: poll.subject, outcome: .answered, at: now)
        switch ending {
        case .told: break
        case .unchanged(let known): update.outcome = .unchanged(since: known)
        case .nothing: update.outcome = .nothing
        case .failed(let kind):
            // The number's own matter: the others of the answer are told of.
            note(failure: kind, of: poll)
            update.outcome = .failed(kind)
            update.nextCheckAt = now.advanced(by: .hours(24))
        case .quotaUsed:
            note(failure: "quota-used", of: poll)
            update.outcome = .failed("quota-used")
            update.nextCheckAt = spread(CarrierDoor.tomorrow(now))
        }
        return update
    }

    /// A question failed: its numbers are asked again soon, together, as long as there are few such questions; beyond
    /// that they wait for their turn.
    func fail(_ polls: [DuePoll], _ kind: String, mayRetry: Bool) async {
        let failures = polls.map(\.failures).max() ?? 0
        let again = mayRetry ? desk.clock.now.advanced(by: backoff(failures + 1)) : nil
        await fail(polls, kind) { _ in again }
    }

    private func fail(_ polls: [DuePoll], _ kind: String, next: (DuePoll) -> Instant?) async {
        for poll in polls { note(failure: kind, of: poll) }
        await submit(polls, .failed(kind), next: next)
    }

    /// The turn of these numbers is not used; it comes again when the door opens.
    func giveBack(_ polls: [DuePoll], _ closed: CarrierDoor.Closed) async {
        await submit(polls, .notAsked) { poll in
            switch closed.kind {
            case .cancelled: poll.dueAt
            case .quiet: closed.until.advanced(by: phase(of: poll))
            default: spread(closed.until)
            }
        }
    }

    func note(failure kind: String, of poll: DuePoll) {
        summary.fail(plan.name, kind)
        desk.log.debug(
            "could not ask",
            metadata: ["carrier": "\(plan.name)", "subject": "\(poll.subject)", "kind": "\(kind)"])
    }

    /// The place of a number among those that wait for the end of the quiet hours.
    private func phase(of poll: DuePoll) -> Duration {
        Phase.of(
            carrier: plan.name, number: poll.subject,
            within: min(QuietHours.spread, plan.interval ?? QuietHours.spread))
    }

    /// A little after `instant`, so that what waited together does not come back together.
    private func spread(_ instant: Instant) -> Instant {
        instant.advanced(by: .milliseconds(Int64(desk.random() * 30_000)))
    }
}
