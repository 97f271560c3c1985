import Store
import Tracking

/// The places of requests in flight, and the way through the door.
extension CarrierLane {
    /// Requests that may be in flight: while the carrier is being tried, one.
    private var capacity: Int { door.isTrying ? 1 : plan.concurrent }

    /// Waits until fewer requests than may are in flight, and then for the carrier's manners.
    func takePlace(_ ticket: Int, numbers: Int) async throws -> CarrierDoor.Closed? {
        // Whoever asks for a second request has been answered the first.
        if let pass = passes.removeValue(forKey: ticket) { door.succeeded(pass, at: desk.clock.now) }
        // Whoever kept its place for it does not wait for itself.
        if places.holds(ticket) { return try await passDoor(ticket, numbers) }
        if places.count >= capacity {
            await withCheckedContinuation { places.wait(ticket, $0) }
        } else {
            places.take(ticket)
        }
        return try await passDoor(ticket, numbers)
    }

    /// The carrier has given data: its place goes to the next, unless the next depends on what they say.
    func answered(_ ticket: Int) {
        if passes[ticket]?.isProbe != true { leavePlace(ticket) }
    }

    /// The place of a question goes to the next that waits for one.
    func leavePlace(_ ticket: Int) {
        places.leave(ticket)
        places.handOut(capacity)
    }

    /// Looks until it may go in; what must not be forgotten is written down before it goes, and then it looks again.
    private func passDoor(_ ticket: Int, _ numbers: Int) async throws -> CarrierDoor.Closed? {
        while true {
            try Task.checkCancellation()
            let now = desk.clock.now
            switch door.look(now: now, numbers: numbers) {
            case .closed(let closed): return closed
            case .onlyOne: return CarrierDoor.Closed(until: now, kind: .onlyOne)
            case .at(let instant):
                if isOver(max(now, instant)) { return CarrierDoor.Closed(until: now, kind: .timeIsUp) }
                try await desk.clock.sleep(until: instant)
            case .open where isOver(now): return CarrierDoor.Closed(until: now, kind: .timeIsUp)
            case .open where !door.isKept(now: now):
                try await keep(door.stateBefore(asking: door.requestsAhead(now: now), now: now))
            case .open:
                passes[ticket] = door.enter(now: now)
                summary.requests += 1
                return nil
            }
        }
    }

    /// Writes the door's state down. One after the other, so that an older state never replaces a newer one.
    ///
    /// - Throws: `StoreFailure`.
    func keep(_ state: @autoclosure () -> CarrierState) async throws {
        while isKeeping { await withCheckedContinuation { keepers.append($0) } }
        isKeeping = true
        defer {
            isKeeping = false
            keepers.forEach { $0.resume() }
            keepers = []
        }
        let state = state()
        try await desk.writer.save(state)
        door.wasKept(state)
    }
}
