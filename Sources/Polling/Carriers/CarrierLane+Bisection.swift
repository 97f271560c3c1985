import Store
import Tracking

/// Finds the numbers that keep a batch from being answered.
extension CarrierLane {
    /// Asks halves of a batch that failed, and halves of those; what fails alone is set aside as long as the carrier
    /// answers about others. Returns whether it may be asked on.
    func bisect(_ polls: [DuePoll]) async throws -> Bool {
        let answers = door.answers
        var bisection = Bisection(polls)
        var kinds: [Subject: String] = [:]
        var goesOn = true
        var left: [DuePoll] = []
        while goesOn, let part = bisection.next() {
            if part.numbers.count > 1, door.batches.contains(part.numbers.map(\.subject)) {
                bisection.skip(part)
                continue
            }
            let asked = try await inquire(about: part.numbers, isPart: true)
            if case .failed(let kind) = asked.ending, asked.remedy == .halve {
                for poll in part.numbers { kinds[poll.subject] = kind }
                goesOn = asked.goesOn && count(bisection.failed(part), kind)
            } else if case .closed(let closed) = asked.ending, closed.kind == .onlyOne {
                goesOn = try await ask(part.numbers)
            } else {
                try await conclude(part.numbers, asked)
                goesOn = asked.goesOn
                if !goesOn { left = part.numbers }
            }
        }
        await conclude(bisection.suspects, kinds, worked: door.answers > answers)
        if !goesOn { try await breakOff(bisection.rest, left) }
        return goesOn
    }

    /// Failures of the carrier, in the bisection's judgement.
    private func count(_ failures: Int, _ kind: String) -> Bool {
        let now = desk.clock.now
        for _ in 0..<failures where !door.failed(kind, at: now, random: desk.random()) { return false }
        return true
    }

    /// What becomes of the numbers that failed alone.
    private func conclude(_ suspects: [DuePoll], _ kinds: [Subject: String], worked: Bool) async {
        for poll in suspects {
            if worked {
                door.remember(failed: [poll.subject])
                await setAside(poll)
            } else {
                await fail([poll], kinds[poll.subject] ?? "malformed", mayRetry: false)
            }
        }
    }

    /// The door has closed before all were asked about: those that are left stay together, apart from others.
    private func breakOff(_ rest: [DuePoll], _ asked: [DuePoll]) async throws {
        door.suspect((rest + asked).map(\.subject))
        let until = max(door.state.notBefore ?? desk.clock.now, desk.clock.now)
        if !rest.isEmpty { await giveBack(rest, CarrierDoor.Closed(until: until, kind: .resting)) }
        try await keep(door.state)
    }

    /// A number that keeps others from being answered is left alone for a day; what is known of it stays as it was.
    func setAside(_ poll: DuePoll) async {
        let now = desk.clock.now
        note(failure: "set-aside", of: poll)
        await submit([poll], .failed("set-aside")) { _ in now.advanced(by: .hours(24)) }
    }
}
