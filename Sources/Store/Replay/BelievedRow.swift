/// A row of a table of what is believed, in the numbers of its database.
struct BelievedRow {
    var key: [PreparedStatement.Value]
    var content: [PreparedStatement.Value]
    var message: Int64
    /// When it was last told again, in UTC milliseconds; nil: never since the message.
    var toldAt: Int64?
    /// Of a live row since when it is believed again; of a past one by which message it ended.
    var bound: Int64?

    init(_ row: PreparedStatement, of table: BelievedTable) {
        let (keys, contents) = (Int32(table.key.count), Int32(table.content.count))
        key = (0..<keys).map(row.value)
        content = (keys..<keys + contents).map(row.value)
        message = row.integer(keys + contents)
        toldAt = row.optionalInteger(keys + contents + 1)
        bound = row.optionalInteger(keys + contents + 2)
    }
}

extension WriteSession {
    func believed(_ table: BelievedTable, of subject: Int64) throws -> [BelievedRow] {
        try rows(table, statement(table.ofSubject).bind(.integer(subject)))
    }

    func past(_ table: BelievedTable, _ key: [PreparedStatement.Value]) throws -> [BelievedRow] {
        try rows(table, statement(table.past).bind(key))
    }

    private func rows(_ table: BelievedTable, _ find: PreparedStatement) throws -> [BelievedRow] {
        var found: [BelievedRow] = []
        while try find.step() { found.append(BelievedRow(find, of: table)) }
        return found
    }
}
