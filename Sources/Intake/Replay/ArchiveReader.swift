import Messages
import Store
import Tracking

/// Reads messages of the archive one after the other, with readers that it keeps.
final class ArchiveReader: @unchecked Sendable {
    // @unchecked: used by one thread at a time; `ReadingCrew` gives each of its threads one of its own.
    private let room: ReadingRoom
    private let library: ProfileLibrary
    private var readers: [String: MessageReader] = [:]

    /// Items in a stretch: what is held in memory of a long message.
    private static let stretch = 2000

    init(room: ReadingRoom, library: ProfileLibrary) {
        self.room = room
        self.library = library
    }

    /// Everything that a message says.
    ///
    /// - Throws: `ReadFailure` when it cannot be read any more.
    func reports(of message: ArchivedMessage) throws -> [Report] {
        var reports: [Report] = []
        try read(message) { reports.append($0) }
        return reports
    }

    func read(_ message: ArchivedMessage, take: (Report) throws -> Void) throws {
        guard let body = message.body else { return }
        _ = try reader(for: message)
            .read(body, asked: message.asked, receivedAt: message.receivedAt, chunk: Self.stretch, take: take)
    }

    private func reader(for message: ArchivedMessage) throws -> MessageReader {
        if let known = readers[message.profile] { return known }
        guard let profile = library.profile(named: message.profile) else {
            throw Archive.unknown(message)
        }
        let made = try room.reader(for: profile)
        readers[message.profile] = made
        return made
    }
}
