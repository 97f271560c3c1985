import Intake
import Logging
import Messages
import Store
import Tracking

/// Puts questions, and tells the door how they ended.
extension CarrierLane {
    /// Failures that one number of several can be the reason of: the carrier answered, and not with its data. Who cannot
    /// be reached, is too busy or refuses us is so for every number.
    private static let numbersKinds: Set<String> = [
        "status-400", "status-413", "status-414", "status-422", "status-500", "malformed", "truncated", "shape-changed",
        "too-large", "wrong-encoding", "mapping-stopped", "empty",
    ]

    private static func canBeANumbers(_ kind: String) -> Bool {
        numbersKinds.contains(kind) || kind.hasPrefix("answer")
    }

    /// Asks about numbers in one request, or in several where they may not go together; returns whether the carrier may
    /// be asked on.
    func ask(_ polls: [DuePoll]) async throws -> Bool {
        if polls.count > 1, door.batches.contains(polls.map(\.subject)) { return try await bisect(polls) }
        let asked = try await inquire(about: polls)
        if case .closed(let closed) = asked.ending, closed.kind == .onlyOne, polls.count > 1 {
            return try await askFirstAlone(polls)
        }
        if asked.remedy == .halve { return try await bisect(polls) }
        try await conclude(polls, asked)
        return asked.goesOn
    }

    /// The carrier is tried with one of them; the others follow when it answers.
    private func askFirstAlone(_ polls: [DuePoll]) async throws -> Bool {
        let others = Array(polls.dropFirst())
        if try await ask([polls[0]]) { return try await ask(others) }
        await giveBack(others, CarrierDoor.Closed(until: door.state.notBefore ?? desk.clock.now, kind: .resting))
        return false
    }

    /// Asks one question. Its place is held until the door knows of its ending.
    ///
    /// - Parameter isPart: whether it is part of a batch that failed: then it is no matter of the door's that it fails too.
    func inquire(about polls: [DuePoll], isPart: Bool = false) async throws -> AskedQuestion {
        let ticket = tickets
        tickets += 1
        defer { leavePlace(ticket) }
        do {
            let accepted = polls.count == 1 ? polls[0].accepted : nil
            let ending = try await question.put(about: polls.map(\.subject), accepted: accepted) {
                try await self.takePlace(ticket, numbers: polls.count)
            } answered: {
                await self.answered(ticket)
            }
            let asked = noted(ending, passes.removeValue(forKey: ticket), polls, isPart: isPart)
            // A carrier's wish, and its trouble, outlive a crash in the next second.
            if !asked.isAnswered || !door.holdsTroubles { try await keep(door.state) }
            return asked
        } catch is CancellationError {
            if let pass = passes.removeValue(forKey: ticket) { door.undecided(pass) }
            let closed = CarrierDoor.Closed(until: desk.clock.now, kind: .cancelled)
            return AskedQuestion(ending: .closed(closed), remedy: .wait, mayRetry: false, goesOn: false)
        }
    }

    /// Tells the door of an ending, and says what becomes of the numbers.
    private func noted(
        _ ending: Question.Ending, _ pass: CarrierDoor.Pass?, _ polls: [DuePoll], isPart: Bool
    ) -> AskedQuestion {
        let remedy = remedy(polls, ending, isPart: isPart)
        if case .failed(let kind) = ending, Self.canBeANumbers(kind), polls.count > 1 || remedy == .setAside {
            door.remember(failed: polls.map(\.subject))
        }
        let goesOn = pass.map { note(ending, remedy, $0) } ?? Self.goesOn(ending)
        let mayRetry = remedy == .wait && Self.wantsRetry(ending) && door.grantRetry(at: desk.clock.now)
        return AskedQuestion(ending: ending, remedy: remedy, mayRetry: mayRetry, goesOn: goesOn)
    }

    /// Whether asking again before the next turn could help.
    private static func wantsRetry(_ ending: Question.Ending) -> Bool {
        switch ending {
        case .failed(let kind): kind != "unknown-number"
        case .slowDown: true
        case .answered(let answer): answer.rest.map(wantsRetry) ?? false
        case .quotaUsed, .blocked, .unaskable, .closed: false
        }
    }

    private func remedy(_ polls: [DuePoll], _ ending: Question.Ending, isPart: Bool) -> AskedQuestion.Remedy {
        guard case .failed(let kind) = ending, Self.canBeANumbers(kind) else { return .wait }
        if polls.count > 1 || isPart { return door.works || isPart ? .halve : .wait }
        let numbers = polls.map(\.subject)
        // The last that is left of a search is the reason.
        let isReason = door.batches.contains(numbers) || door.works && numbers.contains(where: door.batches.isSuspect)
        return isReason ? .setAside : .wait
    }

    private static func goesOn(_ ending: Question.Ending) -> Bool {
        if case .closed = ending { false } else { true }
    }

    /// Tells the door how a request ended; returns whether the carrier may be asked on.
    private func note(_ ending: Question.Ending, _ remedy: AskedQuestion.Remedy, _ pass: CarrierDoor.Pass) -> Bool {
        let now = desk.clock.now
        switch ending {
        case .answered(let answer) where answer.rest != nil:
            return answer.rest.map { note($0, remedy, pass) } ?? true
        case .answered, .unaskable, .failed("unknown-number"):
            // It answered; a number it does not know is that number's matter, and no sign of trouble.
            door.succeeded(pass, at: now)
            return true
        case .closed:
            door.undecided(pass)
            return false
        case .slowDown(let retryAfter):
            slowDown(pass, retryAfter, now)
            return false
        case .quotaUsed:
            door.quotaUsed(pass, at: now)
            return false
        case .blocked(let reason):
            door.blocked(pass, reason, at: now)
            desk.log.error("carrier refuses us", metadata: ["carrier": "\(plan.name)", "reason": "\(reason)"])
            return false
        // While the carrier is being tried, a failure is its own whatever the number.
        case .failed where remedy != .wait && !pass.isProbe:
            door.undecided(pass)
            return true
        case .failed(let kind):
            return door.failed(pass, kind, at: now, random: desk.random())
        }
    }

    private func slowDown(_ pass: CarrierDoor.Pass, _ headers: [String], _ now: Instant) {
        let asked = RetryAfter.read(headers, now: now)
        // "At once" is no answer to "too much".
        let until =
            asked.map { max($0, now.advanced(by: Backoff.least)) }
            ?? now.advanced(by: backoff(door.breaker.failures + 1))
        door.slowDown(pass, until: until, at: now, random: desk.random())
        desk.log.notice(
            "carrier wants a pause",
            metadata: [
                "carrier": "\(plan.name)", "retry-after": "\(headers.joined(separator: " | "))",
                "until": "\(until.iso8601UTC)",
            ])
    }

    func backoff(_ failures: Int) -> Duration {
        Backoff.wait(afterFailures: failures, random: desk.random())
    }
}
