import Foundation
public import Messages
public import Store
public import Tracking

/// Reads a carrier's answers, on threads of its own: mapping is work, and Swift's cooperative threads are not for it.
public final class AnswerReader: Sendable {
    private let desks: [ReadingDesk]
    private let source: String
    private let profile: Profile

    /// - Parameters:
    ///   - source: the carrier's name in the settings.
    ///   - concurrent: answers that may come at once; no more of them are read at once than there are processors.
    /// - Throws: `ReadFailure` when the profile cannot be put to work.
    public init(profile: Profile, source: String, room: ReadingRoom, concurrent: Int = 1) throws {
        self.profile = profile
        self.source = source
        let count = min(max(concurrent, 1), ProcessInfo.processInfo.activeProcessorCount)
        desks = try (0..<count).map { number in
            ReadingDesk(try room.reader(for: profile), name: "\(source).\(number)")
        }
    }

    /// Reads one page of an answer.
    ///
    /// - Throws: `ReadFailure`.
    public func read(_ body: [UInt8], asked: [Subject], receivedAt: Instant) async throws -> Delivery.Part {
        // There is always one; the least busy is taken.
        let desk = desks.dropFirst().reduce(desks[0]) { $1.waiting < $0.waiting ? $1 : $0 }
        let (report, archive) = try await desk.read(body, asked: asked, receivedAt: receivedAt)
        return part(report, archive, body, asked, receivedAt)
    }

    private func part(
        _ report: Report, _ archive: [UInt8], _ body: [UInt8], _ asked: [Subject],
        _ receivedAt: Instant
    ) -> Delivery.Part {
        let message = Message(
            channel: .poll, source: source, profile: profile.name, asked: asked, receivedAt: receivedAt,
            sha256: Fingerprint.sha256(body), body: archive)
        return Delivery.Part(message: message, report: report)
    }
}
