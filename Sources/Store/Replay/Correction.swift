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
    private let twins: [Int64: Int64]
    private(set) var message: Int64?
    private(set) var counts: [ReplayDifference.Sort: ReplayDifference] = [:]

    init(_ kept: WriteSession, _ derived: WriteSession, _ order: ReplayOrder, twins: [Int64: Int64]) throws {
        self.twins = twins
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

    /// One key under which the two do not say the same, in the numbers of the database as far as it has any.
    struct Change {
        var old: BelievedRow?
        var new: BelievedRow?
        /// The key of the new row in the numbers of the derived store.
        var derivedKey: [PreparedStatement.Value]?
    }

    private func changes(of subject: Int64, in table: BelievedTable) throws -> [Change] {
        // What was named here and there for the first time at once has two numbers.
        let isOwn = subject >= DerivedStore.firstOwnNumber
        let kept = isOwn ? try self.kept.findSubject(derived.subject(of: subject)) : subject
        let others = try [isOwn ? subject : twins[subject], kept].compactMap { $0 }
            .flatMap { try derived.believed(table, of: $0) }
        var new: [[PreparedStatement.Value]: Change] = [:]
        for row in others {
            var known = row
            known.key = try self.known(row.key, table.key)
            known.content = try self.known(row.content, table.content)
            new[known.key] = Change(old: nil, new: known, derivedKey: row.key)
        }
        var changes: [Change] = []
        for row in try kept.map({ try self.kept.believed(table, of: $0) }) ?? [] {
            var change = new.removeValue(forKey: row.key) ?? Change()
            if let other = change.new, Self.agree(row, other, table) { continue }
            change.old = row
            changes.append(change)
        }
        return changes + new.values
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
            let sort = try sort(old, table)
            counts[sort, default: ReplayDifference(sort: sort)].went += 1
        }
        if let new = change.new {
            let numbers = try translated(new.key, table.key) + translated(new.content, table.content)
            try kept.statement(table.insertion)
                .bind(numbers + [.integer(new.message), .optional(new.toldAt), .integer(by)]).run()
            let sort = try sort(new, table)
            counts[sort, default: ReplayDifference(sort: sort)].came += 1
        }
        if table == .event { try takeOverVersion(change) }
    }

    private mutating func sort(_ row: BelievedRow, _ table: BelievedTable) throws -> ReplayDifference.Sort {
        let detail: String
        switch table {
        case .event: detail = try word(row.content[0].number)
        case .link: detail = try subject(row.key[1].number).kind.rawValue
        case .alias: detail = try word(row.key[2].number)
        case .fact:
            // A form is a JSON array of names, each with its unit behind a blank.
            detail = try session(of: row.key[1].number).names(ofForm: row.key[1].number).joined(separator: ", ")
        }
        return ReplayDifference.Sort(
            what: table.rawValue, source: try word(row.key[table.source].number),
            profile: try book.entry(row.message).profile, detail: detail)
    }

    /// Who knows a subject or word of a number.
    private func session(of number: Int64) -> WriteSession { number >= DerivedStore.firstOwnNumber ? derived : kept }

    func word(_ number: Int64) throws -> String { try session(of: number).word(number) }

    private func subject(_ number: Int64) throws -> Subject { try session(of: number).subject(of: number) }

    /// The same values in the numbers of the database, where it has them.
    private func known(
        _ values: [PreparedStatement.Value], _ columns: [BelievedTable.Column]
    ) throws -> [PreparedStatement.Value] {
        try translated(values, columns, term: { try kept.terms.known($0) }, subject: { try kept.findSubject($0) })
    }

    /// The same, added where it does not have them.
    func translated(
        _ values: [PreparedStatement.Value], _ columns: [BelievedTable.Column]
    ) throws -> [PreparedStatement.Value] {
        try translated(values, columns, term: { try kept.terms.number($0) }, subject: { try kept.subjectID($0) })
    }

    private func translated(
        _ values: [PreparedStatement.Value], _ columns: [BelievedTable.Column],
        term: (String) throws -> Int64?, subject: (Subject) throws -> Int64?
    ) throws -> [PreparedStatement.Value] {
        try zip(values, columns).map { value, column in
            guard case .integer(let number) = value, number >= DerivedStore.firstOwnNumber else { return value }
            switch column {
            case .plain: return value
            case .term: return try .integer(term(derived.word(number)) ?? number)
            case .subject: return try .integer(subject(derived.subject(of: number)) ?? number)
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
