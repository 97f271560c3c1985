import GRDB
import Tracking

extension WriteSession {
    /// Opens the account of a message. The same bytes from the same source are the same message, however often a person
    /// brings them, unless he says that they are about another number; an answer to a question is a new one each time it is asked.
    func open(_ message: Message, isComplete: Bool) throws -> (acceptance: Acceptance, isKnown: Bool) {
        let source = try terms.number(message.source)
        if message.channel != .poll, let known = try knownMessage(message, source: source) {
            var acceptance = try Acceptance(
                message: known, receivedAt: receivedAt(known), sha256: message.sha256, source: source,
                isPersons: message.channel == .person, keepsBody: true)
            if try self.isComplete(known) {
                // Its problems are on record; the same bytes have the same ones.
                acceptance.problems = Acceptance.mostProblems
            } else {
                try forgetProblems(of: known)
            }
            return (acceptance, true)
        }
        try statement(
            """
            INSERT INTO message (channel, source, profile, name, asked, received_at, sha256, size, complete)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).bind(
            .text(message.channel.rawValue), .integer(source), .integer(terms.number(message.profile)),
            .optional(message.name), .optional(AskedNumbers.text(message.asked)),
            .integer(message.receivedAt.milliseconds), .blob(message.sha256), .int(message.body.count),
            .int(isComplete ? 1 : 0)
        ).run()
        return (
            Acceptance(
                message: database.lastInsertedRowID, receivedAt: message.receivedAt.milliseconds,
                sha256: message.sha256, source: source, isPersons: message.channel == .person,
                keepsBody: message.channel != .poll), false
        )
    }

    /// Closes the account: writes the counts, and the body where something of it was new.
    func close(_ acceptance: Acceptance, body: [UInt8], sha256: [UInt8]) throws {
        let counts = acceptance.accounting
        let archived = acceptance.isNews || acceptance.keepsBody || counts.rejected > 0 || counts.unmapped > 0
        try statement(
            """
            UPDATE message SET items = ?, mapped = ?, duplicate = ?, unmapped = ?, rejected = ?, body = ?, size = ?,
                complete = 1
            WHERE id = ?
            """
        ).bind(
            .int(counts.items), .int(counts.mapped), .int(counts.duplicate), .int(counts.unmapped),
            .int(counts.rejected), .optional(archived ? bodyID(body, sha256: sha256) : nil), .int(body.count),
            .integer(acceptance.message)
        ).run()
    }

    /// Removes a message that said nothing new and is already in the archive word for word.
    func drop(_ acceptance: Acceptance) throws {
        try forgetProblems(of: acceptance.message)
        try statement("DELETE FROM message WHERE id = ?").bind(.integer(acceptance.message)).run()
    }

    private func forgetProblems(of message: Int64) throws {
        try statement("DELETE FROM problem WHERE message = ?").bind(.integer(message)).run()
    }

    /// Whether another message of the same source and bytes is in the archive.
    func hasTwin(_ acceptance: Acceptance) throws -> Bool {
        let find = try statement(
            """
            SELECT 1 FROM message WHERE sha256 = ? AND source = ? AND id <> ?
                AND id NOT IN (SELECT message FROM message_end) LIMIT 1
            """
        ).bind(.blob(acceptance.sha256), .integer(acceptance.source), .integer(acceptance.message))
        defer { find.finish() }
        return try find.step()
    }

    /// What was taken back is not known any more: bringing it again says it anew.
    private func knownMessage(_ message: Message, source: Int64) throws -> Int64? {
        let find = try statement(
            """
            SELECT id FROM message WHERE sha256 = ? AND source = ? AND asked IS ?
                AND id NOT IN (SELECT message FROM message_end) ORDER BY id LIMIT 1
            """
        ).bind(.blob(message.sha256), .integer(source), .optional(AskedNumbers.text(message.asked)))
        defer { find.finish() }
        return try find.step() ? find.integer(0) : nil
    }

    func bodyID(_ body: [UInt8], sha256: [UInt8]) throws -> Int64 {
        let find = try statement("SELECT id FROM body WHERE sha256 = ?").bind(.blob(sha256))
        let known = try find.step() ? find.integer(0) : nil
        find.finish()
        if let known { return known }
        try statement("INSERT INTO body (sha256, size, bytes) VALUES (?, ?, ?)")
            .bind(.blob(sha256), .int(body.count), .blob(Zlib.deflated(body))).run()
        return database.lastInsertedRowID
    }
}
