import Store
import TestSupport
import Tracking

@testable import Polling

/// A process that asks a misbehaving carrier, is killed and started again, and is judged by a referee.
///
/// It goes through the same door as a lane does, with a clock that jumps to whatever comes next.
struct MannersRun {
    private struct InFlight {
        var id: Int
        var numbers: [Int]
        var pass: CarrierDoor.Pass
        var hunt: Hunt?
        var answer: SimulatedAnswer
        var endsAt: Instant
    }

    /// The search for the reason of a failed batch.
    private struct Hunt {
        var bisection: Bisection<Int>
        var part: Bisection<Int>.Part?
        var answersBefore: Int
    }

    let settings: SimulatedSettings
    private(set) var referee: Referee
    private(set) var restarts = 0
    private let fault: BrokenManners?
    private var generator: SeededGenerator
    private var carrier = MisbehavingCarrier()
    private var door: CarrierDoor
    /// What a process finds that starts now.
    private var stored = CarrierState(carrier: "line-a")
    private var dueAt: [Instant]
    private var failures: [Int]
    private let subjects: [Subject]
    private var inFlight: [InFlight] = []
    private var hunts: [Hunt] = []
    private var asked = 0
    private var now: Instant
    private var closedUntil = Instant(milliseconds: 0)

    init(seed: UInt64, fault: BrokenManners? = nil) {
        var generator = SeededGenerator(seed: seed)
        settings = SimulatedSettings(&generator)
        // Three days before the clocks of Berlin are put forward, or back.
        let start: [Int64] = [1_774_486_800, 1_792_630_800]
        now = Instant(seconds: start.randomElement(using: &generator) ?? start[0])
        referee = Referee(settings)
        dueAt = Array(repeating: now, count: settings.numbers)
        failures = Array(repeating: 0, count: settings.numbers)
        subjects = (0..<settings.numbers).map { Subject(.parcel, .number, "P\($0)") }
        self.fault = fault
        self.generator = generator
        door = Self.door(settings, stored, fault)
    }

    private static func door(_ settings: SimulatedSettings, _ state: CarrierState, _ fault: BrokenManners?)
        -> CarrierDoor
    {
        CarrierDoor(
            state: fault == .forgetsOnRestart ? CarrierState(carrier: "line-a") : state,
            requestsPerSecond: settings.perSecond * (fault == .asksTwiceAsOften ? 2 : 1), burst: settings.burst,
            quotaPerDay: fault == .hasNoQuota ? nil : settings.quota,
            quiet: fault == .hasNoQuietHours ? nil : settings.quietHours)
    }

    /// Goes on until so many requests were sent; returns how many were.
    mutating func run(requests: Int) -> Int {
        while referee.requests < requests {
            if Int.random(in: 0..<400, using: &generator) == 0 { restart() }
            if !sendNext() { goToWhatComesNext() }
        }
        return referee.requests
    }

    // MARK: Time

    private mutating func goToWhatComesNext() {
        let end = inFlight.map(\.endsAt).min()
        let next = hunts.isEmpty ? dueAt.min() : now
        let turn = max(next ?? now, closedUntil)
        let isFull = inFlight.count >= capacity
        now = max(now, isFull ? end ?? turn : min(end ?? turn, turn))
        while let index = inFlight.firstIndex(where: { $0.endsAt <= now }) { finish(inFlight.remove(at: index)) }
    }

    /// Killed, or ended in order as `sync` does every minute.
    private mutating func restart() {
        restarts += 1
        if inFlight.isEmpty, Bool.random(using: &generator) { stored = door.state }
        inFlight = []
        hunts = []
        referee.crashed()
        door = Self.door(settings, stored, fault)
        closedUntil = now
        if Bool.random(using: &generator) {
            now = now.advanced(by: .milliseconds(Int64.random(in: 0...60_000, using: &generator)))
        }
    }

    private mutating func keep(_ state: CarrierState) {
        guard fault != .writesOnlyAtTheEnd else { return door.wasKept(state) }
        stored = state
        door.wasKept(state)
    }

    private var capacity: Int { door.isTrying && fault != .triesWithSeveralRequests ? 1 : settings.burst }

    // MARK: Asking

    /// Sends what may go now; false when nothing may.
    private mutating func sendNext() -> Bool {
        guard now >= closedUntil, inFlight.count < capacity else { return false }
        guard let (numbers, hunt) = nextQuestion() else { return false }
        switch door.look(now: now, numbers: numbers.count) {
        case .closed(let closed) where closed.kind != .probing:
            closedUntil = closed.until
            if let hunt { giveUp(hunt) }
        case .at(let instant):
            closedUntil = instant
            if let hunt { hunts.insert(hunt, at: 0) }
        case .onlyOne where fault != .triesWithManyNumbers:
            if let hunt { giveUp(hunt) }
            send([numbers[0]], nil)
        default: send(numbers, hunt)
        }
        return true
    }

    /// The next part of a batch that failed, or the numbers that are due longest.
    private mutating func nextQuestion() -> ([Int], Hunt?)? {
        if var hunt = hunts.first {
            hunts.removeFirst()
            if hunt.part == nil { hunt.part = hunt.bisection.next() }
            while let part = hunt.part, part.numbers.count > 1,
                door.batches.contains(part.numbers.map({ subjects[$0] }))
            {
                hunt.bisection.skip(part)
                hunt.part = hunt.bisection.next()
            }
            if let part = hunt.part { return (part.numbers, hunt) }
        }
        guard let first = dueLongest(1).first else { return nil }
        let isAlone = fault != .repeatsBatches && door.batches.contains([subjects[first]])
        let others = isAlone ? [] : dueLongest(settings.batch).dropFirst()
        let batch = [first] + others.filter { !door.batches.contains([subjects[$0]]) }
        if fault != .repeatsBatches, batch.count > 1, door.batches.contains(batch.map { subjects[$0] }) {
            claim(batch)
            hunts.append(Hunt(bisection: Bisection(batch), part: nil, answersBefore: door.answers))
            return nextQuestion()
        }
        return (batch, nil)
    }

    private func dueLongest(_ count: Int) -> [Int] {
        if count == 1 {
            var first: Int?
            for (number, due) in dueAt.enumerated() where due <= now && first.map({ due < dueAt[$0] }) ?? true {
                first = number
            }
            return first.map { [$0] } ?? []
        }
        let due = dueAt.indices.filter { dueAt[$0] <= now }
        return Array(due.sorted { (dueAt[$0], $0) < (dueAt[$1], $1) }.prefix(count))
    }

    private mutating func claim(_ numbers: [Int]) {
        for number in numbers { dueAt[number] = now.advanced(by: settings.interval) }
    }

    private mutating func send(_ numbers: [Int], _ hunt: Hunt?) {
        claim(numbers)
        if !door.isKept(now: now) { keep(door.stateBefore(asking: door.requestsAhead(now: now), now: now)) }
        let pass = door.enter(now: now)
        asked += 1
        referee.sent(asked, numbers, at: now)
        let (answer, latency) = carrier.answer(to: numbers, of: settings.numbers, at: now, &generator)
        inFlight.append(
            InFlight(
                id: asked, numbers: numbers, pass: pass, hunt: hunt, answer: answer,
                endsAt: now.advanced(by: latency)))
    }

    private mutating func giveUp(_ hunt: Hunt) {
        for number in hunt.bisection.rest + (hunt.part?.numbers ?? []) { dueAt[number] = closedUntil }
    }
}

// MARK: Endings

extension MannersRun {
    private var chance: Double { Double(now.milliseconds % 997) / 997 }

    private mutating func finish(_ request: InFlight) {
        referee.ended(request.id, request.answer, at: now)
        switch request.answer {
        case .data:
            door.succeeded(request.pass, at: now)
            for number in request.numbers { failures[number] = 0 }
            door.clear(request.numbers.map { subjects[$0] })
        case .tooMuch(let headers, _): slowDown(request, fault == .ignoresRetryAfter ? [] : headers)
        case .unreachable:
            door.failed(request.pass, "timeout", at: now, random: chance)
            fail(request.numbers)
        case .refused:
            if fault == .takesRefusalsForFailures {
                door.failed(request.pass, "blocked", at: now, random: chance)
            } else {
                door.blocked(request.pass, "status 401", at: now)
            }
            for number in request.numbers { dueAt[number] = now.advanced(by: .hours(1)) }
        case .spoiled: spoiled(request)
        }
        if let hunt = request.hunt { proceed(hunt, request.answer) }
        if case .data = request.answer, door.holdsTroubles { return }
        keep(door.state)
    }

    private mutating func slowDown(_ request: InFlight, _ headers: [String]) {
        let asked = RetryAfter.read(headers, now: now).map { max($0, now.advanced(by: .seconds(1))) }
        let until = asked ?? now.advanced(by: Backoff.wait(afterFailures: door.breaker.failures + 1, random: chance))
        if fault == .keepsItsPace {
            door.leaveAlone(until: until)
            door.failed(request.pass, "slow-down", at: now, random: chance)
        } else {
            door.slowDown(request.pass, until: until, at: now, random: chance)
        }
        fail(request.numbers)
    }

    /// As often as the budget allows, the numbers of a question that failed are asked again before their turn.
    private mutating func fail(_ numbers: [Int]) {
        for number in numbers { failures[number] += 1 }
        guard door.grantRetry(at: now) || fault == .retriesAlways else { return }
        let longest = numbers.map { failures[$0] }.max() ?? 1
        let again = now.advanced(by: Backoff.wait(afterFailures: longest, random: chance))
        for number in numbers { dueAt[number] = again }
    }

    private mutating func spoiled(_ request: InFlight) {
        let worked = door.works
        let numbers = request.numbers.map { subjects[$0] }
        let isSuspect = numbers.count == 1 && door.batches.contains(numbers)
        if numbers.count > 1 { door.remember(failed: numbers) }
        let isNumbers = request.hunt != nil || isSuspect || numbers.count > 1 && worked
        if isNumbers, !request.pass.isProbe {
            door.undecided(request.pass)
        } else {
            door.failed(request.pass, "status-400", at: now, random: chance)
        }
        if request.hunt != nil { return }
        if isSuspect {
            dueAt[request.numbers[0]] = now.advanced(by: .hours(24))
        } else if isNumbers {
            hunts.append(Hunt(bisection: Bisection(request.numbers), part: nil, answersBefore: door.answers))
        } else {
            fail(request.numbers)
        }
    }

    /// After a part was asked about: the next one, or what becomes of those that failed alone.
    private mutating func proceed(_ hunt: Hunt, _ answer: SimulatedAnswer) {
        var hunt = hunt
        if case .spoiled = answer, let part = hunt.part {
            for _ in 0..<hunt.bisection.failed(part) {
                door.failed("status-400", at: now, random: chance)
            }
        }
        hunt.part = hunt.bisection.next()
        if hunt.part != nil { return hunts.insert(hunt, at: 0) }
        for suspect in hunt.bisection.suspects where door.answers > hunt.answersBefore {
            door.remember(failed: [subjects[suspect]])
            dueAt[suspect] = now.advanced(by: .hours(24))
        }
    }
}
