import Tracking

extension WriteSession {
    /// As many later events as a plan of a journey has; what lies behind them is looked for no further.
    private static let mostExpected = 40

    /// A number as the schedule knows it; nil where the carrier is not asked about it.
    ///
    /// - Parameter companions: of trains that were looked at already.
    func duePoll(_ carrier: Int64, _ number: Int64, companions: inout [Int64: [Companion]]) throws -> DuePoll? {
        guard var poll = try pollRow(carrier, number) else { return nil }
        try addStanding(number, to: &poll)
        if poll.subject.kind == .container, let train = try train(of: number) {
            let found = try companions[train] ?? self.companions(on: train, carrier)
            companions[train] = found
            poll.companions = found
        }
        return poll
    }

    private func pollRow(_ carrier: Int64, _ number: Int64) throws -> DuePoll? {
        let find = try statement(
            """
            SELECT s.code, s.kind, s.scheme, s.issuer, p.next_check_at, p.failures, p.bound_at, p.last_attempt,
                   p.last_success, p.last_change, p.accepted_sha256, p.accepted_reading, p.accepted_items,
                   p.accepted_unmapped, p.etag, p.last_modified
            FROM poll AS p JOIN subject AS s ON s.id = p.subject WHERE p.carrier = ?1 AND p.subject = ?2
            """
        ).bind(.integer(carrier), .integer(number))
        defer { find.finish() }
        guard try find.step(), let kind = SubjectKind(rawValue: try word(find.integer(1))) else { return nil }
        func instant(_ column: Int32) -> Instant? { find.optionalInteger(column).map(Instant.init(milliseconds:)) }
        let issuer = find.integer(3) == Terms.none ? nil : try word(find.integer(3))
        var poll = DuePoll(
            number: number,
            subject: Subject(kind, Scheme(rawValue: try word(find.integer(2))), find.text(0), issuer: issuer),
            dueAt: instant(4) ?? Instant(milliseconds: 0), failures: Int(find.integer(5)))
        (poll.boundAt, poll.lastAttempt) = (instant(6), instant(7))
        (poll.lastSuccess, poll.lastChange) = (instant(8), instant(9))
        poll.accepted = AcceptedAnswer(find, from: 10)
        return poll
    }

    /// What it did last, and where it is bound.
    private func addStanding(_ number: Int64, to poll: inout DuePoll) throws {
        let actual = try terms.number(EventClassifier.actual.rawValue)
        let find = try statement(
            """
            SELECT milestone, occurred_at, place, classifier FROM event WHERE subject = ?1
            ORDER BY occurred_at DESC LIMIT ?2
            """
        ).bind(.integer(number), .int(Self.mostExpected))
        defer { find.finish() }
        while try find.step() {
            let place = try reference(find.integer(2))
            if poll.toward == nil { poll.toward = place }
            guard find.integer(3) == actual else { continue }
            poll.lastMilestone = Milestone(rawValue: try word(find.integer(0)))
            poll.lastMilestoneAt = Instant(milliseconds: find.integer(1))
            poll.place = place
            return
        }
    }

    private func reference(_ term: Int64) throws -> PlaceReference? {
        term == Terms.none ? nil : PlaceReference(text: try word(term))
    }

    /// The train that a box was last said to be on, or to be meant for.
    func train(of number: Int64) throws -> Int64? {
        let find = try statement(
            """
            SELECT l.parent FROM link AS l JOIN subject AS s ON s.id = l.parent
            WHERE l.child = ?1 AND s.kind = ?2 AND l.probability IS NOT 0
                AND l.message NOT IN (SELECT id FROM message WHERE complete = 0)
            ORDER BY l.message DESC, l.parent DESC LIMIT 1
            """
        ).bind(.integer(number), .integer(terms.number(SubjectKind.train.rawValue)))
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    private func companions(on train: Int64, _ carrier: Int64) throws -> [Companion] {
        let find = try statement(
            """
            SELECT DISTINCT l.child, p.last_attempt, p.next_check_at, p.leg,
                (SELECT e.occurred_at FROM event AS e WHERE e.subject = l.child AND e.classifier = ?3
                 ORDER BY e.occurred_at DESC LIMIT 1)
            FROM link AS l JOIN poll AS p ON p.carrier = ?2 AND p.subject = l.child
            JOIN subject AS s ON s.id = l.child
            WHERE l.parent = ?1 AND s.kind = ?4 AND l.probability IS NOT 0
            ORDER BY l.child LIMIT 400
            """
        ).bind(
            .integer(train), .integer(carrier), .integer(terms.number(EventClassifier.actual.rawValue)),
            .integer(terms.number(SubjectKind.container.rawValue)))
        var companions: [Companion] = []
        while try find.step() {
            companions.append(
                Companion(
                    number: find.integer(0), lastEvent: find.optionalInteger(4).map(Instant.init(milliseconds:)),
                    lastAsked: find.optionalInteger(1).map(Instant.init(milliseconds:)),
                    isFollowed: find.optionalInteger(2) != nil,
                    leg: try find.integer(3) == Terms.none ? "" : word(find.integer(3))))
        }
        return companions
    }
}
