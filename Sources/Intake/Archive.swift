import Messages
import Store
import Tracking

/// Reads messages of the archive once more.
struct Archive: ArchiveReading {
    let room: ReadingRoom
    let library: ProfileLibrary

    /// Items in a stretch: what is held in memory of a long message.
    private static let stretch = 2000

    func read(_ message: ArchivedMessage, take: (Report) throws -> Void) throws {
        guard let body = message.body else { return }
        guard let profile = library.profile(named: message.profile) else {
            throw Self.unknown(message)
        }
        _ = try room.reader(for: profile)
            .read(body, asked: message.asked, receivedAt: message.receivedAt, chunk: Self.stretch, take: take)
    }

    static func unknown(_ message: ArchivedMessage) -> ReadFailure {
        ReadFailure(
            .unsupported, at: "message \(message.id)", "its profile \(message.profile) is not known any more",
            remedy: "name its file with --profile, or in the settings")
    }
}
