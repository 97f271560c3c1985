public import Tracking

extension ReadSession {
    /// What happened to the numbers that a carrier told something of, the newest numbers first: each journey in order of
    /// time.
    ///
    /// - Parameter limit: of numbers.
    public func journeys(carrier: String, limit: Int) throws -> [[TravelledStep]] {
        let find = try statement(
            """
            SELECT subject FROM poll WHERE carrier = (SELECT id FROM term WHERE text = ?1) AND last_change IS NOT NULL
            ORDER BY subject DESC LIMIT ?2
            """
        ).bind(.text(carrier), .int(limit))
        var numbers: [Int64] = []
        while try find.step() { numbers.append(find.integer(0)) }
        return try numbers.map(steps)
    }

    /// What happened to a subject itself, or is expected to, in order of time.
    public func journey(of stored: StoredSubject) throws -> [TravelledStep] { try steps(of: stored.id) }

    private func steps(of number: Int64) throws -> [TravelledStep] {
        let rows = try statement(
            """
            SELECT occurred_at, milestone, classifier, precision, place FROM event WHERE subject = ?
            ORDER BY occurred_at
            """
        ).bind(.integer(number))
        var steps: [TravelledStep] = []
        while try rows.step() {
            steps.append(
                TravelledStep(
                    milestone: Milestone(rawValue: try word(rows.integer(1))) ?? .unmapped,
                    isActual: try word(rows.integer(2)) == EventClassifier.actual.rawValue,
                    at: Instant(milliseconds: rows.integer(0)),
                    precision: TimePrecision(rawValue: try word(rows.integer(3))) ?? .day,
                    place: try optionalWord(rows.integer(4)).map(PlaceReference.init(text:))))
        }
        return steps
    }

    /// When a carrier was first seen to tell of things, the latest first: when it happened, when it was last asked in
    /// vain, when it was seen.
    public func firstSightings(carrier: String, limit: Int) throws
        -> [(happenedAt: Instant, missedAt: Instant?, seenAt: Instant)]
    {
        let find = try statement(
            """
            SELECT happened_at, missed_at, seen_at FROM first_sighting
            WHERE carrier = (SELECT id FROM term WHERE text = ?1) ORDER BY seen_at DESC LIMIT ?2
            """
        ).bind(.text(carrier), .int(limit))
        var sightings: [(happenedAt: Instant, missedAt: Instant?, seenAt: Instant)] = []
        while try find.step() {
            sightings.append(
                (
                    Instant(milliseconds: find.integer(0)),
                    find.optionalInteger(1).map(Instant.init(milliseconds:)), Instant(milliseconds: find.integer(2))
                ))
        }
        return sightings
    }
}
