import GRDB
import Schema
public import Tracking

/// An empty store on a temporary file that takes the messages of the archive once more: what would be believed had
/// today's profiles read all of them.
///
/// Deriving everything and comparing is the one way that is surely right: what a message is worth depends on every
/// other one (versions, retractions, later words, what was taken back), and here the very code decides that decided it
/// when they came. Subjects and words have the numbers of the database they are compared with, so that both tables lie
/// in the same order and one pass over them finds every difference; what is named for the first time is numbered far
/// above. The file has no name, is never flushed, and is gone with the process: there is nothing to clean up after a
/// crash, and nothing to resume but the comparison, which starts from what is there.
public final class DerivedStore: @unchecked Sendable {
    // @unchecked: everything that changes is touched only on the queue's own serial dispatch queue.
    private let queue: DatabaseQueue
    private let session: WriteSession
    private let reading: any ArchiveReading & Sendable
    private var acceptance: Acceptance?
    private var undoes = false
    private var words = Words()

    /// Numbers of subjects and words that the other database does not have begin here.
    static let firstOwnNumber: Int64 = 1 << 40

    /// - Parameter reading: reads a message again where another one takes it back; of one that cannot be read it hands
    ///   over nothing.
    /// - Throws: ``StoreFailure``.
    public init(reading: any ArchiveReading & Sendable) throws {
        do {
            queue = try Connections.temporary()
            session = try queue.writeWithoutTransaction { database in
                for migration in Schema.migrations { try database.execute(sql: migration.sql) }
                try Self.prepare(database)
                return try WriteSession(database)
            }
        } catch {
            throw StoreFailure.from(error, path: Self.path)
        }
        self.reading = reading
    }

    /// Takes whole messages, one after the other; many in one go, as most are short and every turn has its price.
    ///
    /// - Throws: ``StoreFailure``.
    public func take(_ messages: [(PackedMessage, [Report])]) throws {
        try turn { session in
            for (message, reports) in messages {
                try begin(message, session)
                for report in reports { try append(report, session) }
                try finish(session)
            }
        }
    }

    /// Begins a message; what it says follows by `append`, and `finish` ends it.
    ///
    /// - Throws: ``StoreFailure``.
    public func begin(_ packed: PackedMessage) throws { try turn { try begin(packed, $0) } }

    public func append(_ report: Report) throws { try turn { try append(report, $0) } }

    /// Ends the message; what it puts out of force is taken back.
    public func finish() throws { try turn { try finish($0) } }

    private func begin(_ packed: PackedMessage, _ session: WriteSession) throws {
        acceptance = try session.open(again: packed)
        undoes = false
    }

    private func append(_ report: Report, _ session: WriteSession) throws {
        guard var acceptance else { return }
        try session.accept(report.items, into: &acceptance)
        self.acceptance = acceptance
        undoes = undoes || report.items.contains { !$0.undoings.isEmpty }
    }

    private func finish(_ session: WriteSession) throws {
        guard let acceptance else { return }
        self.acceptance = nil
        if undoes { _ = try session.withdraw(by: acceptance.message, reading: reading) }
    }

    /// Takes over the subjects and words that the other database has come to know.
    ///
    /// - Throws: ``StoreFailure``.
    public func learnWords(of reader: ReadSession) throws {
        try turn { try words.copy(from: reader, to: $0) }
    }

    /// Subjects that stand here under another number than in the database, by the number there. Asked inside a turn.
    var twins: [Int64: Int64] { words.twins }

    func turn<Result>(_ work: (WriteSession) throws -> Result) throws -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: Swift.Result<Result, any Error>?
                try database.inTransaction(.immediate) {
                    result = Swift.Result { try work(session) }
                    // Without a journal nothing can be undone: after a failure the whole store is given up.
                    return .commit
                }
                guard let result else { throw StoreFailure.unfinished(Self.path) }
                return try result.get()
            }
        } catch {
            throw StoreFailure.from(error, path: Self.path)
        }
    }

    /// What failures name: the file has no name of its own.
    private static let path = "the temporary file of the replay"

    /// Nobody asks this store by what these serve, and references to what was not kept are no mistake here.
    private static func prepare(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP INDEX alias_alias; DROP INDEX event_unmapped; DROP INDEX link_parent; DROP INDEX past_alias_alias;
                DROP INDEX past_link_parent; DROP INDEX message_file; DROP INDEX message_received;
                INSERT INTO term (id, text) VALUES (\(firstOwnNumber), char(0));
                INSERT INTO subject (id, code, kind, scheme) VALUES (\(firstOwnNumber), '', 0, 0);
                """)
    }
}

extension StoreFailure {
    fileprivate static func unfinished(_ path: String) -> StoreFailure {
        StoreFailure(.other, path: path, reason: "a transaction gave no result", remedy: "try again")
    }
}

extension WriteSession {
    /// Opens the account of an archived message under the number that it has.
    func open(again packed: PackedMessage) throws -> Acceptance {
        let message = packed.message
        let source = try terms.number(message.source)
        if let body = packed.body, message.channel != .poll {
            try statement("INSERT INTO body (id, sha256, size, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .bind(.integer(body.id), .blob(message.sha256), .int(body.size), .blob(body.bytes)).run()
        }
        let keeps = packed.hasBody && message.channel != .poll
        try statement(
            """
            INSERT INTO message (id, channel, source, profile, name, asked, received_at, sha256, size, body, complete)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """
        ).bind(
            .integer(message.id.rawValue), .text(message.channel.rawValue), .integer(source),
            .integer(terms.number(message.profile)), .optional(message.name),
            .optional(AskedNumbers.text(message.asked)), .integer(message.receivedAt.milliseconds),
            .blob(message.sha256), .int(packed.size), keeps ? .optional(packed.body?.id) : .null
        ).run()
        var acceptance = Acceptance(
            message: message.id.rawValue, receivedAt: message.receivedAt.milliseconds, sha256: message.sha256,
            source: source, isPersons: message.channel == .person)
        // What was wrong with it is on record.
        acceptance.problems = Acceptance.mostProblems
        return acceptance
    }
}
