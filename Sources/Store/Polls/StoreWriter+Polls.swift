public import Tracking

extension StoreWriter {
    /// Binds a carrier to the numbers that messages brought since the last time, and returns how many.
    ///
    /// - Parameter rules: kinds and patterns of the carrier's settings.
    public func bind(carrier: String, rules: [WatchRule], now: Instant) async throws -> Int {
        try await turn { session in
            let number = try session.terms.number(carrier)
            try session.ensureCarrier(number)
            let kinds = rules.compactMap { if case .kind(let kind) = $0 { kind.rawValue } else { nil } }
            let patterns = rules.compactMap { if case .pattern(let pattern) = $0 { pattern } else { nil } }
            try session.forgetOtherRules(number, rules: (kinds + patterns).joined(separator: " "))
            var bound = 0
            for kind in kinds { bound += try session.bind(number, kind: kind, now: now) }
            for pattern in patterns { bound += try session.bind(number, pattern: pattern, now: now) }
            try session.rememberBinding(number)
            return bound
        }
    }

    /// Takes the numbers whose turn it is, the most urgent first, and saves when to ask again *before* anybody asks:
    /// a crash in mid-request asks later, never again at once.
    ///
    /// - Parameters:
    ///   - limit: of numbers that are due.
    ///   - batch: numbers that go into one request; what room is left in the last is filled with those whose turn comes
    ///     next.
    public func claimDue(
        carrier: String, now: Instant, limit: Int, batch: Int = 1, planner: any PollPlanner
    ) async throws -> [DuePoll] {
        try await turn { session in
            let number = try session.terms.number(carrier)
            var chosen = try session.candidates(number, now: now, limit: limit, planner)
            let room = chosen.count % batch
            if room > 0 { chosen += try session.nextInTurn(number, after: now, limit: batch - room) }
            var companions: [Int64: [Companion]] = [:]
            return try chosen.compactMap { id in
                guard var poll = try session.duePoll(number, id, companions: &companions) else { return nil }
                guard try session.keep(planner.plan(poll, askedAt: now), number, id, claimedAt: now) else { return nil }
                try session.addWhatQuietens(&poll)
                return poll
            }
        }
    }

    /// What the schedule of a carrier remembers; nil where nothing is remembered yet.
    public func ledger(carrier: String) async throws -> LedgerRecord? {
        try await turn { session in try session.ledger(session.terms.number(carrier)) }
    }

    /// Writes down what the schedule of a carrier must remember.
    public func save(_ ledger: LedgerRecord, carrier: String) async throws {
        try await turn { session in try session.save(ledger, session.terms.number(carrier)) }
    }

    /// Lets a carrier be asked about these numbers at once, as far as it is asked about them at all.
    public func wake(_ subjects: [Subject], carrier: String, now: Instant) async throws {
        try await turn { session in
            let carrier = try session.terms.number(carrier)
            for subject in subjects {
                guard let number = try session.findSubject(subject) else { continue }
                try session.wake(number, carrier, now: now)
            }
        }
    }

    /// Forgets when a carrier was first seen to tell of things, but for the latest.
    public func forgetSightings(carrier: String, but kept: Int) async throws {
        try await turn { session in try session.forgetSightings(session.terms.number(carrier), but: kept) }
    }

    /// How many numbers of a carrier are due, counted no further than `most`.
    public func countDue(carrier: String, now: Instant, most: Int) async throws -> Int {
        try await turn { session in try session.countDue(session.terms.number(carrier), now: now, most: most) }
    }

    /// When the earliest number of any of these carriers is due.
    public func nextDue(carriers: [String]) async throws -> Instant? {
        try await turn { session in
            try carriers.compactMap { try session.nextDue(session.terms.number($0)) }.min()
        }
    }

    /// Writes down what must outlive a restart of a carrier's state.
    public func save(_ state: CarrierState) async throws {
        try await turn { session in try session.save(state) }
    }

    /// What is known of a carrier from earlier runs.
    public func carrierState(_ carrier: String) async throws -> CarrierState {
        try await turn { session in try session.carrierState(carrier) }
    }
}
