import GRDB
import Tracking

/// A message as it lies in the archive, its bytes still small: what is handed from the thread that reads the database
/// to those that read messages.
public struct PackedMessage: Sendable {
    /// The message without its bytes.
    public private(set) var message: ArchivedMessage
    var body: Body?

    struct Body {
        var id: Int64
        /// Bytes when it is unpacked.
        var size: Int
        var bytes: [UInt8]
    }

    /// Bytes of the body when it is unpacked; 0 where none was kept.
    public var size: Int { body?.size ?? 0 }
    public var hasBody: Bool { body != nil }

    init?(_ id: MessageID, _ find: PreparedStatement, word: (Int64) throws -> String) throws {
        try find.bind(.integer(id.rawValue))
        defer { find.finish() }
        guard try find.step() else { return nil }
        if let size = find.optionalInteger(6) {
            body = Body(id: find.integer(11), size: Int(size), bytes: find.bytes(7))
        }
        let (source, profile) = (find.integer(1), find.integer(2))
        message = ArchivedMessage(
            id: id, channel: Message.Channel(rawValue: find.text(0)) ?? .file, source: "", profile: "",
            name: find.optionalText(3), asked: AskedNumbers.subjects(find.optionalText(10)),
            receivedAt: Instant(milliseconds: find.integer(4)), sha256: find.bytes(5), body: nil,
            endedBy: find.optionalInteger(8).map(MessageID.init(rawValue:)),
            replacedBy: find.optionalInteger(9).map(MessageID.init(rawValue:)))
        message.source = try word(source)
        message.profile = try word(profile)
    }

    /// The message with its bytes.
    ///
    /// - Throws: `DatabaseError` when the archived bytes are damaged.
    public func unpacked() throws -> ArchivedMessage {
        var message = message
        guard let body else { return message }
        guard let bytes = Zlib.inflated(body.bytes, size: body.size) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "the archived bytes of message \(message.id) are damaged")
        }
        message.body = bytes
        return message
    }
}
