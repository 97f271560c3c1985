import Foundation
import Messages

/// Readers kept from one file to the next: to prepare the SELECTs of a large profile takes some milliseconds, longer than
/// to read a short message.
final class ReaderShelf: @unchecked Sendable {
    // @unchecked: `kept` is touched only under `lock`, and a reader is off the shelf while somebody works with it.
    private let lock = NSLock()
    private var kept: [String: (text: String, reader: MessageReader)] = [:]
    private let room: ReadingRoom

    init(room: ReadingRoom) {
        self.room = room
    }

    /// - Throws: `ReadFailure` if a reader cannot be made, or what `work` throws.
    func reading<Result>(_ profile: Profile, _ work: (MessageReader) throws -> Result) throws -> Result {
        let reader = try taken(profile) ?? room.reader(for: profile)
        let result = try work(reader)
        // After a failure it may stand anywhere in a message, and is given up.
        lock.withLock { kept[profile.name] = (profile.text, reader) }
        return result
    }

    /// Nil where there is none for this very text: a profile of the user's may be mended under its name.
    private func taken(_ profile: Profile) -> MessageReader? {
        guard let found = lock.withLock({ kept.removeValue(forKey: profile.name) }) else { return nil }
        return found.text == profile.text ? found.reader : nil
    }
}
