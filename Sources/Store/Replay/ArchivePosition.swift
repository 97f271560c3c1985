public import Tracking

/// How far the archive has been read again.
public struct ArchivePosition: Sendable {
    /// Everything up to this message has been read, except what `waiting` names.
    public var last = MessageID(rawValue: 0)
    /// Messages on their way in, which count once they are complete.
    public var waiting: Set<MessageID> = []

    public init() {}
}

extension ReadSession {
    /// The messages of the archive that follow a position, by number; corrections of earlier replays left out.
    ///
    /// - Parameters:
    ///   - most: messages at most.
    ///   - bytes: unpacked bytes after which no further message is added.
    public func packedMessages(
        after position: inout ArchivePosition, most: Int, bytes: Int
    ) throws -> [PackedMessage] {
        var ids = position.waiting.subtracting(knowledge.ignoring).sorted()
        position.waiting.subtract(ids)
        let find = try statement("SELECT id, complete, profile FROM message WHERE id > ? ORDER BY id LIMIT ?")
            .bind(.integer(position.last.rawValue), .int(most))
        let replay = try number(Correction.profile)
        var rows: [(id: MessageID, isComplete: Bool, isCorrection: Bool)] = []
        while try find.step() {
            rows.append((MessageID(rawValue: find.integer(0)), find.integer(1) == 1, find.integer(2) == replay))
        }
        var found: [PackedMessage] = []
        var size = 0
        for id in ids { try packed(id).map { found.append($0) } }
        ids = []
        for row in rows {
            guard size < bytes else { break }
            position.last = row.id
            if !row.isComplete { position.waiting.insert(row.id) }
            guard row.isComplete, !row.isCorrection, let message = try packed(row.id) else { continue }
            size += message.size
            found.append(message)
        }
        return found
    }

    /// How many messages the archive holds.
    public func countMessages() throws -> Int {
        let count = try statement("SELECT count(*) FROM message").bind()
        defer { count.finish() }
        return try count.step() ? Int(count.integer(0)) : 0
    }

    private func packed(_ id: MessageID) throws -> PackedMessage? {
        try PackedMessage(id, try statement(ArchivedMessage.query), word: word)
    }
}
