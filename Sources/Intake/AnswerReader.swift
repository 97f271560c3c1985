import Dispatch
public import Messages
public import Store
public import Tracking

/// Reads a carrier's answers, on a thread of its own: mapping is work, and Swift's cooperative threads are not for it.
public final class AnswerReader: @unchecked Sendable {
    // @unchecked: `reader` is made once and then used only inside `queue`, which runs one block at a time.
    private let queue: DispatchQueue
    private let reader: MessageReader
    private let source: String
    private let profile: Profile

    /// - Parameter source: the carrier's name in the settings.
    /// - Throws: `ReadFailure` when the profile cannot be put to work.
    public init(profile: Profile, source: String, room: ReadingRoom) throws {
        self.profile = profile
        self.source = source
        reader = try room.reader(for: profile)
        queue = DispatchQueue(label: "caravan.reading.\(source)")
    }

    /// Reads one page of an answer.
    ///
    /// - Throws: `ReadFailure`.
    public func read(_ body: [UInt8], asked: [Subject], receivedAt: Instant) async throws -> Delivery.Part {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [self] in
                continuation.resume(with: Result { try part(body, asked: asked, receivedAt: receivedAt) })
            }
        }
    }

    private func part(_ body: [UInt8], asked: [Subject], receivedAt: Instant) throws -> Delivery.Part {
        var report = Report()
        let summary = try reader.read(body, asked: asked, receivedAt: receivedAt, chunk: .max) { stretch in
            report.items += stretch.items
        }
        let message = Message(
            channel: .poll, source: source, profile: profile.name, asked: asked, receivedAt: receivedAt,
            sha256: Fingerprint.sha256(body), body: summary.archive)
        return Delivery.Part(message: message, report: report)
    }
}
