import Intake
import Logging
import Messages
import Store
import Tracking

/// Asks one carrier about the numbers whose turn it is, within its manners.
actor CarrierLane {
    /// So many failures in a row are the carrier's trouble and not a number's: the rest of the numbers wait.
    static let patience = 5

    private struct Waiting {
        var ticket: Int
        var go: CheckedContinuation<Void, Never>
    }

    let plan: CarrierPlan
    let desk: Desk
    private let question: Question
    private(set) var door: CarrierDoor
    private var summary = PassSummary()
    private var storeFailure: (any Error)?
    private let quiet: QuietNumbers
    /// Questions whose request is in flight, and those that wait for a place among them.
    private var inFlight: Set<Int> = []
    private var waiting: [Waiting] = []
    private var tickets = 0
    /// No question begins after this.
    private var end: Instant?

    init(plan: CarrierPlan, question: Question, quiet: QuietNumbers, state: CarrierState, desk: Desk) {
        self.plan = plan
        self.quiet = quiet
        self.question = question
        self.desk = desk
        door = CarrierDoor(
            state: state, requestsPerSecond: plan.requestsPerSecond, burst: plan.concurrent,
            quotaPerDay: plan.quotaPerDay)
    }

    /// Asks until nothing that was due is left, the carrier wants a pause, time is up or the task is cancelled.
    ///
    /// - Throws: `StoreFailure`.
    func pass(until end: Instant?) async throws {
        let start = desk.clock.now
        self.end = end
        _ = try await desk.writer.bind(carrier: plan.name, rules: plan.watch, now: start)
        try await askAll(dueAt: start)
        try await desk.writer.save(door.state)
    }

    /// What was done since the last time this was asked.
    ///
    /// - Throws: what the store said when a batch could not be written.
    func takeSummary() throws -> PassSummary {
        if let storeFailure { throw storeFailure }
        defer { summary = PassSummary() }
        return summary
    }

    private func isOver(_ now: Instant) -> Bool { end.map { now >= $0 } ?? false }

    private func claim(dueAt start: Instant) async throws -> [DuePoll] {
        let intervals = plan.intervals
        let now = desk.clock.now
        let due = try await desk.writer.claimDue(carrier: plan.name, now: start, limit: plan.concurrent * 16) { poll in
            now.advanced(by: intervals.interval(after: poll.lastMilestone))
        }
        if door.hasQuota, !due.isEmpty {
            try await desk.writer.save(door.stateBefore(asking: due.count, now: now))
        }
        return due
    }

    /// Puts off the numbers for which another is asked, and returns the rest.
    private func postponeQuiet(_ due: [DuePoll]) async throws -> [DuePoll] {
        var asked: [DuePoll] = []
        for poll in due {
            let now = desk.clock.now
            guard try await quiet.isQuiet(poll, now: now) else {
                asked.append(poll)
                continue
            }
            await submit([], poll, .notAsked, next: now.advanced(by: .hours(24)))
        }
        return asked
    }

    /// The next numbers to ask about; none when all are asked, time is up or the task is cancelled.
    private func row(dueAt start: Instant) async throws -> [DuePoll] {
        while !Task.isCancelled, !isOver(desk.clock.now) {
            let due = try await claim(dueAt: start)
            let row = try await postponeQuiet(due)
            if due.isEmpty || !row.isEmpty { return row }
        }
        return []
    }

    /// Asks one row after the other. While one is asked about, the next is made ready, so that the carrier never waits
    /// for our disk; not under a quota, where what is claimed counts as asked.
    private func askAll(dueAt start: Instant) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            var isOpen = true
            var asking = 0
            var row = try await row(dueAt: start)
            while isOpen, !row.isEmpty {
                async let following = door.hasQuota ? [] : self.row(dueAt: start)
                for poll in row {
                    if asking >= plan.questions, let went = try await group.next() {
                        isOpen = isOpen && went
                        asking -= 1
                    }
                    group.addTask { try await self.ask(poll) }
                    asking += 1
                }
                row = try await following
                guard row.isEmpty else { continue }
                for try await went in group { isOpen = isOpen && went }
                asking = 0
                if isOpen, door.hasQuota { row = try await self.row(dueAt: start) }
            }
            // What was made ready and is not wanted any more gives its turn back at the closed door.
            for poll in row { group.addTask { try await self.ask(poll) } }
            for try await _ in group {}
        }
    }

    private func ask(_ poll: DuePoll) async throws -> Bool {
        let ticket = tickets
        tickets += 1
        defer { leavePlace(ticket) }
        do {
            let ending = try await question.put(about: poll.subject) {
                try await self.takePlace(ticket)
            } answered: {
                await self.leavePlace(ticket)
            }
            return try await conclude(poll, ending)
        } catch is CancellationError {
            await submit([], poll, .notAsked, next: poll.dueAt)
            return false
        }
    }

    /// Waits until fewer than `concurrent` requests are in flight, and then for the carrier's manners.
    private func takePlace(_ ticket: Int) async throws -> CarrierDoor.Closed? {
        if inFlight.count >= plan.concurrent {
            await withCheckedContinuation { waiting.append(Waiting(ticket: ticket, go: $0)) }
        } else {
            inFlight.insert(ticket)
        }
        return try await passDoor()
    }

    /// The place of a question goes to the next that waits for one; a second time it changes nothing.
    private func leavePlace(_ ticket: Int) {
        guard inFlight.remove(ticket) != nil, !waiting.isEmpty else { return }
        let next = waiting.removeFirst()
        inFlight.insert(next.ticket)
        next.go.resume()
    }

    private func passDoor() async throws -> CarrierDoor.Closed? {
        try Task.checkCancellation()
        let now = desk.clock.now
        switch door.open(now: now) {
        case .closed(let closed): return closed
        case .at(let instant):
            if isOver(max(now, instant)) {
                door.giveBack()
                return CarrierDoor.Closed(until: now, kind: "time-is-up")
            }
            if instant > now, let closed = try await wait(until: instant) { return closed }
            summary.requests += 1
            return nil
        }
    }

    /// Waits for its place in the row; meanwhile the carrier may have wished to be left alone.
    private func wait(until instant: Instant) async throws -> CarrierDoor.Closed? {
        let wishes = door.wishes
        do {
            try await desk.clock.sleep(until: instant)
        } catch {
            door.giveBack()
            throw error
        }
        guard door.wishes != wishes, let closed = door.closed(now: desk.clock.now) else { return nil }
        door.giveBack()
        return closed
    }

    private func submit(
        _ parts: [Delivery.Part], _ poll: DuePoll, _ outcome: PollUpdate.Outcome,
        next: Instant? = nil
    ) async {
        let update = PollUpdate(
            carrier: plan.name, subject: poll.subject, outcome: outcome, at: desk.clock.now,
            nextCheckAt: next)
        await desk.batcher.submit(Delivery(parts: parts, polls: [update])) { await self.tally($0) }
    }

    private func tally(_ result: Result<Receipt, any Error>) {
        switch result {
        case .success(let receipt):
            summary.accounting = summary.accounting + receipt.accounting
            if receipt.message != nil { summary.messages += 1 }
        case .failure(let error): storeFailure = error
        }
    }
}

extension CarrierLane {
    /// Draws the consequences of an answer, or of none; returns whether the carrier may be asked on.
    private func conclude(_ poll: DuePoll, _ ending: Question.Ending) async throws -> Bool {
        let now = desk.clock.now
        switch ending {
        case .answered(let parts):
            door.succeeded(at: now)
            await submit(parts, poll, .answered)
            return true
        case .nothing:
            door.succeeded(at: now)
            await submit([], poll, .nothing)
            return true
        case .closed(let closed):
            await submit([], poll, .notAsked, next: spread(closed.until))
            return false
        case .slowDown(let retryAfter):
            return try await slowDown(poll, retryAfter, now)
        case .quotaUsed:
            let day = now.milliseconds / 86_400_000
            let tomorrow = Instant(milliseconds: (day + 1) * 86_400_000)
            door.leaveAlone(until: tomorrow)
            return try await fail(poll, "quota-used", next: spread(tomorrow), goesOn: false)
        case .blocked(let reason):
            door.blocked(reason, at: now)
            desk.log.error("carrier refuses us", metadata: ["carrier": "\(plan.name)", "reason": "\(reason)"])
            return try await fail(poll, "blocked", next: now.advanced(by: CarrierDoor.probeAfter), goesOn: false)
        case .unaskable(let kind):
            // The number's matter, or that of the settings: the carrier never heard of it.
            let next = now.advanced(by: kind == .wrongKind ? .hours(24) : .hours(1))
            return try await fail(poll, kind.rawValue, next: next, goesOn: true)
        case .failed("unknown-number"):
            // It answered; a number it does not know is that number's matter, and no sign of trouble.
            door.succeeded(at: now)
            return try await fail(poll, "unknown-number", next: now.advanced(by: .hours(24)), goesOn: true)
        case .failed(let kind):
            return try await failed(poll, kind, now)
        }
    }

    private func slowDown(_ poll: DuePoll, _ header: String?, _ now: Instant) async throws -> Bool {
        let asked = header.flatMap { RetryAfter.read($0, now: now) }
        // "At once" is no answer to "too much".
        let until =
            asked.map { max($0, now.advanced(by: Backoff.least)) } ?? now.advanced(by: backoff(door.state.failures + 1))
        door.leaveAlone(until: until)
        return try await fail(poll, "slow-down", next: spread(until), goesOn: false)
    }

    private func failed(_ poll: DuePoll, _ kind: String, _ now: Instant) async throws -> Bool {
        door.failed(kind)
        let hasTrouble = door.state.failures >= Self.patience
        if hasTrouble { door.leaveAlone(until: now.advanced(by: backoff(door.state.failures - Self.patience + 1))) }
        return try await fail(poll, kind, next: now.advanced(by: backoff(poll.failures + 1)), goesOn: !hasTrouble)
    }

    private func fail(_ poll: DuePoll, _ kind: String, next: Instant, goesOn: Bool) async throws -> Bool {
        summary.fail(plan.name, kind)
        desk.log.debug(
            "could not ask",
            metadata: [
                "carrier": "\(plan.name)", "subject": "\(poll.subject)", "kind": "\(kind)",
            ])
        await submit([], poll, .failed(kind), next: next)
        // A carrier's wish outlives a crash in the next second.
        if !goesOn { try await desk.writer.save(door.state) }
        return goesOn
    }

    private func backoff(_ failures: Int) -> Duration {
        Backoff.wait(afterFailures: failures, random: desk.random())
    }

    /// A little after `instant`, so that what waited together does not come back together.
    private func spread(_ instant: Instant) -> Instant {
        instant.advanced(by: .milliseconds(Int64(desk.random() * 30_000)))
    }
}
