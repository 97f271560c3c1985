public import Messages
public import Store
import Tracking

/// Finds in an archived message the items that say something, by reading it once more.
public struct ArchiveQuoter {
    /// An item, and which of the wanted statements it makes.
    public struct Quote: Sendable {
        public var item: QuotedItem
        public var states: [StatementKey]
    }

    private struct FoundAll: Error {}

    private let room: ReadingRoom
    private let library: ProfileLibrary

    public init(room: ReadingRoom, library: ProfileLibrary) {
        self.room = room
        self.library = library
    }

    /// The items of a message that make the wanted statements, in the order of the message; it is read only until each
    /// of them was found.
    ///
    /// - Throws: `ReadFailure` when it cannot be read any more.
    public func quotes(from message: ArchivedMessage, of wanted: Set<StatementKey>) throws -> [Quote] {
        guard let body = message.body else { return [] }
        guard let profile = library.profile(named: message.profile) else {
            throw Archive.unknown(message)
        }
        var quotes: [Quote] = []
        var missing = wanted
        do {
            try room.reader(for: profile).quote(body, asked: message.asked, receivedAt: message.receivedAt) {
                report, original in
                let states = report.keys(source: message.source).filter(wanted.contains)
                guard !states.isEmpty else { return }
                quotes.append(Quote(item: original(), states: states))
                missing.subtract(states)
                if missing.isEmpty { throw FoundAll() }
            }
        } catch is FoundAll {
            return quotes
        }
        return quotes
    }
}
