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

    /// Takes the numbers whose turn it is, the longest overdue first, and saves when to ask again *before* anybody asks:
    /// a crash in mid-request asks later, never again at once.
    ///
    /// - Parameter next: when to ask again if nothing better is learnt from the answer.
    public func claimDue(
        carrier: String, now: Instant, limit: Int,
        next: @escaping @Sendable (DuePoll) -> Instant
    ) async throws -> [DuePoll] {
        try await turn { session in
            let number = try session.terms.number(carrier)
            let due = try session.due(number, now: now, limit: limit)
            for (id, poll) in due { try session.reschedule(number, subject: id, at: next(poll)) }
            return due.map(\.poll)
        }
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
