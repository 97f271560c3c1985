import Tracking

/// What a replay must know of the messages behind rows.
struct MessageBook {
    struct Entry {
        var profile: String
        /// UTC milliseconds.
        var receivedAt: Int64
    }

    private let session: WriteSession
    private let untouchable: Set<Int64>
    private var entries: [Int64: Entry] = [:]

    init(_ session: WriteSession, unreadable: Set<MessageID>) throws {
        self.session = session
        var untouchable = Set(unreadable.map(\.rawValue))
        let incomplete = try session.statement("SELECT id FROM message WHERE complete = 0").bind()
        while try incomplete.step() { untouchable.insert(incomplete.integer(0)) }
        self.untouchable = untouchable
    }

    var hasUntouchable: Bool { !untouchable.isEmpty }

    /// Whether a message cannot be read any more, or is still on its way in.
    func isUntouchable(_ message: Int64) -> Bool { untouchable.contains(message) }

    mutating func isAllowed(_ message: Int64, _ limits: ReplayLimits) throws -> Bool {
        guard !limits.isNone else { return true }
        let entry = try entry(message)
        return limits.allow(message, profile: entry.profile, receivedAt: entry.receivedAt)
    }

    mutating func entry(_ message: Int64) throws -> Entry {
        if let known = entries[message] { return known }
        let find = try session.statement("SELECT profile, received_at FROM message WHERE id = ?")
            .bind(.integer(message))
        let read = try find.step() ? (find.integer(0), find.integer(1)) : (0, 0)
        find.finish()
        let entry = Entry(profile: try session.word(read.0), receivedAt: read.1)
        entries[message] = entry
        return entry
    }
}
