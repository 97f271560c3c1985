public import Tracking

extension ReadSession {
    /// The state of the database and of the asking.
    public func status(now: Instant) throws -> DatabaseStatus {
        let totals = try row(
            """
            SELECT count(*), max(received_at), coalesce(sum(items), 0), coalesce(sum(mapped), 0),
                   coalesce(sum(duplicate), 0), coalesce(sum(unmapped), 0), coalesce(sum(rejected), 0)
            FROM message WHERE complete = 1
            """
        ) { row in (0..<7).map { row.optionalInteger($0) } }
        let counts = totals.map { Int($0 ?? 0) }
        return DatabaseStatus(
            messages: counts[0], lastMessageAt: totals[1].map(Instant.init(milliseconds:)),
            subjects: try subjectCounts(), events: try count("SELECT count(*) FROM event"),
            links: try count("SELECT count(*) FROM link"),
            accounting: Accounting(
                items: counts[2], mapped: counts[3], duplicate: counts[4], unmapped: counts[5],
                rejected: counts[6]),
            unmapped: try unmapped(), carriers: try carrierQueues(now: now), incomplete: try incomplete(),
            bytes: try count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"))
    }

    /// What earlier runs know of every carrier, with its queue.
    public func carrierQueues(now: Instant) throws -> [DatabaseStatus.CarrierQueue] {
        var carriers: [Int64: DatabaseStatus.CarrierQueue] = [:]
        let queues = try statement(
            """
            SELECT carrier, count(next_check_at), coalesce(sum(next_check_at <= ?1), 0),
                   min(CASE WHEN next_check_at <= ?1 THEN next_check_at END)
            FROM poll GROUP BY carrier
            """
        ).bind(.integer(now.milliseconds))
        while try queues.step() {
            carriers[queues.integer(0)] = DatabaseStatus.CarrierQueue(
                state: CarrierState(carrier: ""), watched: Int(queues.integer(1)), due: Int(queues.integer(2)),
                oldestDue: queues.optionalInteger(3).map(Instant.init(milliseconds:)), failing: [:])
        }
        let failing = try statement(
            """
            SELECT carrier, failure, count(*) FROM poll WHERE answer = 'failed' GROUP BY carrier, failure
            """
        ).bind()
        while try failing.step() {
            carriers[failing.integer(0)]?.failing[failing.text(1)] = Int(failing.integer(2))
        }
        for number in carriers.keys {
            let find = try statement(CarrierState.query).bind(.integer(number))
            let name = try word(number)
            carriers[number]?.state = try find.step() ? CarrierState(name, find) : CarrierState(carrier: name)
            find.finish()
        }
        return carriers.values.sorted { $0.state.carrier < $1.state.carrier }
    }

    /// Another number of a parcel is not another parcel.
    private func subjectCounts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        let rows = try statement(
            """
            SELECT kind, count(*) FROM subject
            WHERE NOT EXISTS (
                SELECT 1 FROM alias AS a WHERE a.alias = subject.id AND NOT EXISTS (
                    SELECT 1 FROM alias AS d INDEXED BY alias_denied
                    WHERE d.subject = a.subject AND d.alias = a.alias AND d.role = a.role AND d.by_hand = 0))
            GROUP BY kind
            """
        ).bind()
        var raw: [(Int64, Int)] = []
        while try rows.step() { raw.append((rows.integer(0), Int(rows.integer(1)))) }
        for (kind, count) in raw { counts[try word(kind)] = count }
        return counts
    }

    private func unmapped() throws -> [DatabaseStatus.Unmapped] {
        let rows = try statement(
            """
            SELECT s.text, r.text, count(*) FROM event AS e INDEXED BY event_unmapped
            JOIN term AS s ON s.id = e.source JOIN term AS r ON r.id = e.raw_code
            WHERE e.milestone = 1 GROUP BY e.source, e.raw_code ORDER BY count(*) DESC, s.text, r.text
            """
        ).bind()
        var found: [DatabaseStatus.Unmapped] = []
        while try rows.step() {
            found.append(.init(source: rows.text(0), rawCode: rows.text(1), count: Int(rows.integer(2))))
        }
        return found
    }

    private func incomplete() throws -> [String] {
        let rows = try statement("SELECT coalesce(name, 'message ' || id) FROM message WHERE complete = 0").bind()
        var names: [String] = []
        while try rows.step() { names.append(rows.text(0)) }
        return names
    }

    private func count(_ sql: StaticString) throws -> Int {
        try row(sql) { Int($0.integer(0)) }
    }

    private func row<Value>(_ sql: StaticString, _ read: (PreparedStatement) -> Value) throws -> Value {
        let rows = try statement(sql).bind()
        defer { rows.finish() }
        _ = try rows.step()
        return read(rows)
    }
}
