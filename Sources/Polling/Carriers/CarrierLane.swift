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
        let limit = plan.concurrent * max(16, question.ask.batch * 2)
        let due = try await desk.writer.claimDue(carrier: plan.name, now: start, limit: limit) { poll in
            now.advanced(by: intervals.interval(after: poll.lastMilestone))
        }
        if door.hasQuota, !due.isEmpty {
            let requests = (due.count + question.ask.batch - 1) / question.ask.batch * (question.ask.registers ? 2 : 1)
            try await desk.writer.save(door.stateBefore(asking: requests, now: now))
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
            // Whoever wants to hear at once of a parcel wants to know at once that its last mile has begun.
            let pause = poll.lastMileOf.isEmpty ? .hours(24) : min(plan.intervals.fixed ?? .hours(24), .hours(24))
            await submit([poll], .notAsked) { _ in now.advanced(by: pause) }
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
                for polls in batches(of: row) {
                    if asking >= plan.questions, let went = try await group.next() {
                        isOpen = isOpen && went
                        asking -= 1
                    }
                    group.addTask { try await self.ask(polls) }
                    asking += 1
                }
                row = try await following
                guard row.isEmpty else { continue }
                for try await went in group { isOpen = isOpen && went }
                asking = 0
                if isOpen, door.hasQuota { row = try await self.row(dueAt: start) }
            }
            // What was made ready and is not wanted any more gives its turn back at the closed door.
            for polls in batches(of: row) { group.addTask { try await self.ask(polls) } }
            for try await _ in group {}
        }
    }

    /// The numbers that go into one request each: as many as the carrier takes. What cannot be asked about stands alone,
    /// and so does a second number of the same text, since the answer could mean either.
    private func batches(of row: [DuePoll]) -> [[DuePoll]] {
        var batches: [[DuePoll]] = []
        var open: [DuePoll] = []
        for poll in row {
            let isPlain = question.ask.about.contains(poll.subject.kind)
            guard isPlain, !open.contains(where: { $0.subject.code == poll.subject.code }) else {
                batches.append([poll])
                continue
            }
            open.append(poll)
            if open.count == question.ask.batch {
                batches.append(open)
                open = []
            }
        }
        return open.isEmpty ? batches : batches + [open]
    }

    private func ask(_ polls: [DuePoll]) async throws -> Bool {
        let ticket = tickets
        tickets += 1
        defer { leavePlace(ticket) }
        do {
            let accepted = polls.count == 1 ? polls[0].accepted : nil
            let ending = try await question.put(about: polls.map(\.subject), accepted: accepted) {
                try await self.takePlace(ticket)
            } answered: {
                await self.leavePlace(ticket)
            }
            return try await conclude(polls, ending)
        } catch is CancellationError {
            await submit(polls, .notAsked, next: \.dueAt)
            return false
        }
    }

    /// Waits until fewer than `concurrent` requests are in flight, and then for the carrier's manners.
    private func takePlace(_ ticket: Int) async throws -> CarrierDoor.Closed? {
        // Whoever kept its place for a second request does not wait for itself.
        if inFlight.contains(ticket) { return try await passDoor() }
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

    /// Tells the store how it went; `next` says when to ask again where that is not what was saved before.
    private func submit(
        _ polls: [DuePoll], _ outcome: PollUpdate.Outcome, next: (DuePoll) -> Instant?
    ) async {
        let now = desk.clock.now
        await submit(
            [],
            polls.map {
                PollUpdate(carrier: plan.name, subject: $0.subject, outcome: outcome, at: now, nextCheckAt: next($0))
            })
    }

    private func submit(_ parts: [Delivery.Part], _ updates: [PollUpdate]) async {
        await desk.batcher.submit(Delivery(parts: parts, polls: updates)) { await self.tally($0) }
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
    private func conclude(_ polls: [DuePoll], _ ending: Question.Ending) async throws -> Bool {
        let now = desk.clock.now
        switch ending {
        case .answered(let answer):
            door.succeeded(at: now)
            return try await conclude(polls, answer, now)
        case .closed(let closed):
            await submit(polls, .notAsked) { _ in spread(closed.until) }
            return false
        case .slowDown(let retryAfter):
            return try await slowDown(polls, retryAfter, now)
        case .quotaUsed:
            let tomorrow = Self.tomorrow(now)
            door.leaveAlone(until: tomorrow)
            return try await fail(polls, "quota-used", goesOn: false) { _ in spread(tomorrow) }
        case .blocked(let reason):
            door.blocked(reason, at: now)
            desk.log.error("carrier refuses us", metadata: ["carrier": "\(plan.name)", "reason": "\(reason)"])
            return try await fail(polls, "blocked", goesOn: false) { _ in now.advanced(by: CarrierDoor.probeAfter) }
        case .unaskable(let kind):
            // The number's matter, or that of the settings: the carrier never heard of it.
            let next = now.advanced(by: kind == .wrongKind ? .hours(24) : .hours(1))
            return try await fail(polls, kind.rawValue, goesOn: true) { _ in next }
        case .failed("unknown-number"):
            // It answered; a number it does not know is that number's matter, and no sign of trouble.
            door.succeeded(at: now)
            return try await fail(polls, "unknown-number", goesOn: true) { _ in now.advanced(by: .hours(24)) }
        case .failed(let kind):
            return try await failed(polls, kind, now)
        }
    }

    /// The numbers of one answer, each with its own ending.
    private func conclude(_ polls: [DuePoll], _ answer: Question.Answer, _ now: Instant) async throws -> Bool {
        var updates: [PollUpdate] = []
        for poll in polls {
            guard let ending = answer.numbers[poll.subject] else { continue }
            var update = update(poll, ending, now)
            update.freshUntil = answer.freshUntil
            update.offered = answer.offered
            updates.append(update)
        }
        summary.accounting = summary.accounting + answer.unread
        if !updates.isEmpty || !answer.parts.isEmpty { await submit(answer.parts, updates) }
        let rest = polls.filter { answer.numbers[$0.subject] == nil }
        guard !rest.isEmpty else { return true }
        return try await conclude(rest, answer.rest ?? .failed("not-registered"))
    }

    private func update(_ poll: DuePoll, _ ending: NumberEnding, _ now: Instant) -> PollUpdate {
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
            update.nextCheckAt = spread(Self.tomorrow(now))
        }
        return update
    }

    private static func tomorrow(_ now: Instant) -> Instant {
        Instant(milliseconds: (now.milliseconds / 86_400_000 + 1) * 86_400_000)
    }

    private func slowDown(_ polls: [DuePoll], _ header: String?, _ now: Instant) async throws -> Bool {
        let asked = header.flatMap { RetryAfter.read($0, now: now) }
        // "At once" is no answer to "too much".
        let until =
            asked.map { max($0, now.advanced(by: Backoff.least)) } ?? now.advanced(by: backoff(door.state.failures + 1))
        door.leaveAlone(until: until)
        return try await fail(polls, "slow-down", goesOn: false) { _ in spread(until) }
    }

    private func failed(_ polls: [DuePoll], _ kind: String, _ now: Instant) async throws -> Bool {
        door.failed(kind)
        let hasTrouble = door.state.failures >= Self.patience
        if hasTrouble { door.leaveAlone(until: now.advanced(by: backoff(door.state.failures - Self.patience + 1))) }
        return try await fail(polls, kind, goesOn: !hasTrouble) { now.advanced(by: backoff($0.failures + 1)) }
    }

    private func fail(_ polls: [DuePoll], _ kind: String, goesOn: Bool, next: (DuePoll) -> Instant) async throws -> Bool
    {
        for poll in polls { note(failure: kind, of: poll) }
        await submit(polls, .failed(kind), next: next)
        // A carrier's wish outlives a crash in the next second.
        if !goesOn { try await desk.writer.save(door.state) }
        return goesOn
    }

    private func note(failure kind: String, of poll: DuePoll) {
        summary.fail(plan.name, kind)
        desk.log.debug(
            "could not ask",
            metadata: [
                "carrier": "\(plan.name)", "subject": "\(poll.subject)", "kind": "\(kind)",
            ])
    }

    private func backoff(_ failures: Int) -> Duration {
        Backoff.wait(afterFailures: failures, random: desk.random())
    }

    /// A little after `instant`, so that what waited together does not come back together.
    private func spread(_ instant: Instant) -> Instant {
        instant.advanced(by: .milliseconds(Int64(desk.random() * 30_000)))
    }
}
