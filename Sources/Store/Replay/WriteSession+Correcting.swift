import Crypto
import GRDB
import Tracking

extension WriteSession {
    /// Writes down that something is corrected from now on; returns the message's number. It has no bytes: whatever it
    /// changes follows from the archive.
    func openCorrection(_ order: ReplayOrder) throws -> Int64 {
        let last = try statement("SELECT coalesce(max(id), 0) FROM message").bind()
        let before = try last.step() ? last.integer(0) : 0
        last.finish()
        let words = "replay \(order.now.milliseconds) after \(before)"
        try statement(
            """
            INSERT INTO message (channel, source, profile, name, received_at, sha256, size) VALUES (?, ?, ?, ?, ?, ?, 0)
            """
        ).bind(
            .text(Message.Channel.person.rawValue), .integer(terms.number(order.person)),
            .integer(terms.number(Correction.profile)), .text(Correction.profile), .integer(order.now.milliseconds),
            .blob(Fingerprint.sha256(Array(words.utf8)))
        ).run()
        let correction = database.lastInsertedRowID
        try forgetAcceptedAnswers()
        return correction
    }

    func subject(of number: Int64) throws -> Subject {
        let find = try statement("SELECT id, code, kind, scheme, issuer FROM subject WHERE id = ?")
            .bind(.integer(number))
        guard let subject = try readSubjects(find).first else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "subject \(number) is not there")
        }
        return subject
    }

    /// The names of facts that are stated together, without their units.
    func names(ofForm number: Int64) throws -> [String] {
        var text = try word(number)
        return text.withUTF8 { StatedTexts.read($0) }.map { name in
            name.split(separator: " ").first.map(String.init) ?? name
        }
    }
}
