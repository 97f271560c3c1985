import Tracking

/// Brings what is believed of some subjects to what was derived again, as a correction of now: rows that go are in the
/// past from its message on, rows that come keep the message that says them and are believed since its own.
struct Correction {
    /// The profile under which corrections stand among the messages; nothing reads them.
    static let profile = "replay"

    let kept: WriteSession
    let derived: WriteSession
    let order: ReplayOrder
    var book: MessageBook
    private(set) var message: Int64?
    private(set) var counts: [ReplayDifference.Sort: ReplayDifference] = [:]

    init(_ kept: WriteSession, _ derived: WriteSession, _ order: ReplayOrder) throws {
        self.kept = kept
        self.derived = derived
        self.order = order
        book = try MessageBook(kept, unreadable: order.unreadable)
    }

    var step: ReplayStep {
        var step = ReplayStep()
        step.differences = Array(counts.values).adding([])
        step.message = message.map(MessageID.init(rawValue:))
        return step
    }

    mutating func correct(_ subject: Int64) throws {
        for table in BelievedTable.allCases {
            for change in try changes(of: subject, in: table) where try isWanted(change, table) {
                try apply(change, table)
            }
        }
    }

    /// One key under which the two do not say the same.
    struct Change {
        var old: BelievedRow?
        var new: BelievedRow?
    }

    private func changes(of subject: Int64, in table: BelievedTable) throws -> [Change] {
        var new: [[PreparedStatement.Value]: BelievedRow] = [:]
        for row in try derived.believed(table, of: subject) { new[row.key] = row }
        var changes: [Change] = []
        let own = subject >= DerivedStore.firstOwnNumber
        for row in own ? [] : try kept.believed(table, of: subject) {
            let other = new.removeValue(forKey: row.key)
            if let other, Self.agree(row, other, table) { continue }
            changes.append(Change(old: row, new: other))
        }
        return changes + new.values.map { Change(old: nil, new: $0) }
    }

    private static func agree(_ one: BelievedRow, _ other: BelievedRow, _ table: BelievedTable) -> Bool {
        let count = one.message == other.message ? table.content.count : table.decidingContent
        return one.content.prefix(count) == other.content.prefix(count)
    }

    private mutating func apply(_ change: Change, _ table: BelievedTable) throws {
        let by = try message ?? kept.openCorrection(order)
        message = by
        if let old = change.old {
            try kept.statement(table.endingCopy).bind(old.key + [.integer(by)]).run()
            try kept.statement(table.removal).bind(old.key).run()
            let sort = try sort(old, table, kept)
            counts[sort, default: ReplayDifference(sort: sort)].went += 1
        }
        if let new = change.new {
            let numbers = try translated(new.key, table.key) + translated(new.content, table.content)
            try kept.statement(table.insertion)
                .bind(numbers + [.integer(new.message), .optional(new.toldAt), .integer(by)]).run()
            let sort = try sort(new, table, derived)
            counts[sort, default: ReplayDifference(sort: sort)].came += 1
        }
        if table == .event { try takeOverVersion(change) }
    }

    private mutating func sort(
        _ row: BelievedRow, _ table: BelievedTable, _ session: WriteSession
    ) throws -> ReplayDifference.Sort {
        let detail: String
        switch table {
        case .event: detail = try session.word(row.content[0].number)
        case .link: detail = try session.word(session.kind(of: row.key[1].number))
        case .alias: detail = try session.word(row.key[2].number)
        case .fact:
            // A form is a JSON array of names, each with its unit behind a blank.
            detail = try session.names(ofForm: row.key[1].number).joined(separator: ", ")
        }
        return ReplayDifference.Sort(
            what: table.rawValue, source: try session.word(row.key[table.source].number),
            profile: try book.entry(row.message).profile, detail: detail)
    }

    /// The same values in the numbers of the database.
    func translated(
        _ values: [PreparedStatement.Value], _ columns: [BelievedTable.Column]
    ) throws -> [PreparedStatement.Value] {
        try zip(values, columns).map { value, column in
            guard case .integer(let number) = value, number >= DerivedStore.firstOwnNumber else { return value }
            switch column {
            case .plain: return value
            case .term: return .integer(try kept.terms.number(derived.word(number)))
            case .subject: return .integer(try kept.subjectID(derived.subject(of: number)))
            }
        }
    }
}

extension PreparedStatement.Value {
    /// A whole number; 0 for what is none.
    var number: Int64 {
        if case .integer(let number) = self { number } else { 0 }
    }
}
