public import Tracking

/// A long message on its way in, in short turns: readers ignore it until it is complete, and a crash in between leaves
/// nothing that anybody sees. Bringing the same bytes again takes it up where it stands.
public final class LongDelivery {
    private let writer: StoreWriter
    private let message: Message
    private var acceptance: Acceptance
    private let wasComplete: Bool

    init(writer: StoreWriter, message: Message) throws {
        self.writer = writer
        self.message = message
        (acceptance, wasComplete) = try writer.turnAndWait { session in
            let (acceptance, isKnown) = try session.open(message, isComplete: false)
            return (acceptance, try isKnown && session.isComplete(acceptance.message))
        }
    }

    /// Takes a stretch of the message in one turn. Blocks the calling thread.
    public func append(_ report: Report) throws {
        acceptance = try writer.turnAndWait { [acceptance] session in
            var next = acceptance
            try session.accept(report.items, into: &next)
            return next
        }
    }

    /// Makes everything visible at once, with the bytes to be archived.
    public func complete(body: [UInt8]) throws -> Receipt {
        try writer.turnAndWait { try complete(body: body, $0) }
    }

    func complete(body: [UInt8], _ session: WriteSession) throws -> Receipt {
        if !wasComplete || acceptance.isNews {
            try session.close(acceptance, body: body, sha256: message.sha256)
        }
        return Receipt(
            message: MessageID(rawValue: acceptance.message), accounting: acceptance.accounting,
            links: acceptance.links, isNews: acceptance.isNews)
    }
}

extension StoreWriter {
    /// Begins a message that is too long for one transaction.
    public func begin(_ message: Message) throws -> LongDelivery {
        try LongDelivery(writer: self, message: message)
    }
}

extension WriteSession {
    func isComplete(_ message: Int64) throws -> Bool {
        let find = try statement("SELECT complete FROM message WHERE id = ?").bind(.integer(message))
        defer { find.finish() }
        return try find.step() && find.integer(0) == 1
    }
}
