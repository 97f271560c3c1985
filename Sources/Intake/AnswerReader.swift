import Foundation
public import Messages
public import Store
public import Tracking

/// Reads a carrier's answers, on threads of its own: mapping is work, and Swift's cooperative threads are not for it.
public final class AnswerReader: Sendable {
    private let desks: [ReadingDesk]
    private let source: String
    private let profile: Profile
    /// Of everything besides the bytes that decides what an answer says: the profile's text, the places and the zone.
    public let fingerprint: [UInt8]

    /// - Parameters:
    ///   - source: the carrier's name in the settings.
    ///   - concurrent: answers that may come at once; no more of them are read at once than there are processors.
    /// - Throws: `ReadFailure` when the profile cannot be put to work.
    public init(profile: Profile, source: String, room: ReadingRoom, concurrent: Int = 1) throws {
        self.profile = profile
        self.source = source
        fingerprint = Self.fingerprint(profile, room)
        let count = min(max(concurrent, 1), ProcessInfo.processInfo.activeProcessorCount)
        desks = try (0..<count).map { number in
            ReadingDesk(try room.reader(for: profile), name: "\(source).\(number)")
        }
    }

    /// Reads one page of an answer.
    ///
    /// - Parameter sha256: of the body, where somebody has it already.
    /// - Throws: `ReadFailure`.
    public func read(
        _ body: [UInt8], sha256: [UInt8]? = nil, asked: [Subject], receivedAt: Instant
    ) async throws -> Delivery.Part {
        // There is always one; the least busy is taken.
        let desk = desks.dropFirst().reduce(desks[0]) { $1.waiting < $0.waiting ? $1 : $0 }
        let (report, archive) = try await desk.read(body, asked: asked, receivedAt: receivedAt)
        let message = Message(
            channel: .poll, source: source, profile: profile.name, asked: asked, receivedAt: receivedAt,
            sha256: sha256 ?? Fingerprint.sha256(body), body: archive)
        return Delivery.Part(message: message, report: report)
    }

    private static func fingerprint(_ profile: Profile, _ room: ReadingRoom) -> [UInt8] {
        let words = [profile.text, room.reportZone] + room.places.all.map { "\($0)" }
        return Fingerprint.sha256(Array(words.joined(separator: "\u{0}").utf8))
    }
}
