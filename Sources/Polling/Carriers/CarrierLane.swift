import Intake
import Logging
import Messages
import Store
import Tracking

/// Asks one carrier about the numbers whose turn it is, within its manners.
actor CarrierLane {
    let plan: CarrierPlan
    let desk: Desk
    let question: Question
    var door: CarrierDoor
    var summary = PassSummary()
    private var storeFailure: (any Error)?
    private let quiet: QuietNumbers
    let planner: SchedulePlanner
    private var ledger: PollLedger?
    var places = RequestPlaces()
    /// Requests that went and whose ending is not known yet, by the ticket of their question.
    var passes: [Int: CarrierDoor.Pass] = [:]
    var tickets = 0
    /// Whoever waits for the state to be written down.
    var isKeeping = false
    var keepers: [CheckedContinuation<Void, Never>] = []
    /// No question begins after this.
    private var end: Instant?

    init(
        plan: CarrierPlan, question: Question, quiet: QuietNumbers, planner: SchedulePlanner, state: CarrierState,
        desk: Desk
    ) {
        self.plan = plan
        self.quiet = quiet
        self.planner = planner
        self.question = question
        self.desk = desk
        door = CarrierDoor(
            state: state, requestsPerSecond: plan.requestsPerSecond, burst: plan.concurrent,
            quotaPerDay: plan.quotaPerDay, quiet: plan.quiet)
    }

    /// Asks until nothing that was due is left, the carrier wants a pause, time is up or the task is cancelled.
    ///
    /// - Throws: `StoreFailure`.
    func pass(until end: Instant?) async throws {
        let start = desk.clock.now
        self.end = end
        _ = try await desk.writer.bind(carrier: plan.name, rules: plan.watch, now: start)
        try await reckonPrice(start)
        try await drawParcels(start)
        let before = summary.requests
        if let morning = plan.quiet?.end(at: start) {
            try await putOff(dueAt: start, until: morning)
        } else {
            try await askAll(dueAt: start)
        }
        ledger?.served(summary.requests - before)
        if let ledger { try await desk.writer.save(ledger.record, carrier: plan.name) }
        try await keep(door.state)
    }

    /// What was done since the last time this was asked.
    ///
    /// - Throws: what the store said when a batch could not be written.
    func takeSummary() throws -> PassSummary {
        if let storeFailure { throw storeFailure }
        defer { summary = PassSummary() }
        return summary
    }

    func isOver(_ now: Instant) -> Bool { end.map { now >= $0 } ?? false }

    private func claim(dueAt start: Instant) async throws -> [DuePoll] {
        let limit = plan.concurrent * max(16, question.ask.batch * 2)
        return try await desk.writer.claimDue(
            carrier: plan.name, now: start, limit: limit, batch: question.ask.batch, planner: planner)
    }

    /// Once an hour, what a question costs is set anew.
    private func reckonPrice(_ now: Instant) async throws {
        if ledger == nil {
            ledger = PollLedger(
                try await desk.writer.ledger(carrier: plan.name), now: now, batch: question.ask.batch,
                requestsPerSecond: plan.requestsPerSecond, quotaPerDay: plan.quotaPerDay)
        }
        guard var current = ledger else { return }
        if current.isOver(now: now) {
            let due = try await desk.writer.countDue(
                carrier: plan.name, now: now, most: current.mostWorthCounting)
            current.set(due: due, now: now)
            ledger = current
        }
        planner.set(price: current.record.price)
    }

    /// Once a day, a few parcels of each box that is asked about have their turn all the same.
    private func drawParcels(_ now: Instant) async throws {
        await quiet.beginPass()
        guard ledger?.takeDraw(day: now.utcDay) == true else { return }
        try await desk.writer.wake(quiet.draw(now: now), carrier: plan.name, now: now)
    }

    /// Gives every number that is due its place after the quiet hours, so that they do not come all at once.
    private func putOff(dueAt start: Instant, until morning: Instant) async throws {
        let closed = CarrierDoor.Closed(until: morning, kind: .quiet)
        while !Task.isCancelled, !isOver(desk.clock.now) {
            let due = try await claim(dueAt: start)
            guard !due.isEmpty else { return }
            await giveBack(due, closed)
        }
    }

    /// Puts off the numbers for which another is asked, and returns the rest.
    private func postponeQuiet(_ due: [DuePoll]) async throws -> [DuePoll] {
        var asked: [DuePoll] = []
        var silent: [DuePoll] = []
        for poll in due {
            if try await quiet.isQuiet(poll, now: desk.clock.now) { silent.append(poll) } else { asked.append(poll) }
        }
        guard !silent.isEmpty else { return asked }
        let now = desk.clock.now
        await submit(silent, .notAsked) { now.advanced(by: quiet.pause($0, interval: plan.interval)) }
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
    /// for our disk.
    private func askAll(dueAt start: Instant) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            var isOpen = true
            var asking = 0
            var row = try await row(dueAt: start)
            while isOpen, !row.isEmpty {
                async let following = self.row(dueAt: start)
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
            }
            // What was made ready and is not wanted any more gives its turn back at the closed door.
            for polls in batches(of: row) { group.addTask { try await self.ask(polls) } }
            for try await _ in group {}
        }
    }

    /// The numbers that go into one request each: as many as the carrier takes. What cannot be asked about stands alone,
    /// and so do a number that kept others from being answered and a second number of the same text, since the answer
    /// could mean either.
    private func batches(of row: [DuePoll]) -> [[DuePoll]] {
        // Those of which one is known to spoil its batch spoil no other's.
        let suspects = row.filter { door.batches.isSuspect($0.subject) }
        guard suspects.isEmpty else {
            return batches(ofOneSort: row.filter { !door.batches.isSuspect($0.subject) })
                + batches(ofOneSort: suspects)
        }
        return batches(ofOneSort: row)
    }

    private func batches(ofOneSort row: [DuePoll]) -> [[DuePoll]] {
        var batches: [[DuePoll]] = []
        var open: [DuePoll] = []
        for poll in row {
            let isPlain = question.ask.about.contains(poll.subject.kind) && !door.batches.contains([poll.subject])
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

    /// Tells the store how it went; `next` says when to ask again where that is not what was saved before.
    func submit(_ polls: [DuePoll], _ outcome: PollUpdate.Outcome, next: (DuePoll) -> Instant?) async {
        let now = desk.clock.now
        await submit(
            [],
            polls.map {
                PollUpdate(carrier: plan.name, subject: $0.subject, outcome: outcome, at: now, nextCheckAt: next($0))
            })
    }

    func submit(_ parts: [Delivery.Part], _ updates: [PollUpdate]) async {
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
