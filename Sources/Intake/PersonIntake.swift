public import Messages
public import Store
public import Tracking

/// Brings what a person does into the store: it is a message too, so that nothing is known without one.
public struct PersonIntake {
    private let writer: StoreWriter
    private let room: ReadingRoom
    private let library: ProfileLibrary

    public init(writer: StoreWriter, room: ReadingRoom, library: ProfileLibrary) {
        self.writer = writer
        self.room = room
        self.library = library
    }

    /// Takes a sentence in the words of the `hand` profile: one JSON object on each line.
    ///
    /// - Parameter person: who says so; kept as the source.
    /// - Throws: `ReadFailure`, ``StoreFailure``.
    public func take(_ lines: String, person: String, at now: Instant) throws -> Receipt {
        try hear(lines, person: person, at: now).receipt
    }

    /// The same, with what was understood and what became of messages that it puts out of force.
    public func hear(_ lines: String, person: String, at now: Instant) throws -> Heard {
        let part = try read(lines, person: person, at: now)
        // What is not understood is not kept either: the person is there to say it again.
        let lost = part.report.items.count { !$0.saysSomething || $0.problems.contains { $0.severity == .rejection } }
        guard lost == 0 else {
            let accounting = Accounting(items: part.report.items.count, rejected: lost)
            return Heard(receipt: Receipt(accounting: accounting), report: part.report, withdrawals: [])
        }
        let (_, receipt, withdrawals) = try writer.acceptAndWait(
            part, reading: Archive(room: room, library: library))
        return Heard(receipt: receipt, report: part.report, withdrawals: withdrawals)
    }

    /// What a sentence says, not yet accepted.
    func read(_ lines: String, person: String, at now: Instant) throws -> Delivery.Part {
        let body = Array(lines.utf8)
        guard let profile = library.profile(named: "hand") else {
            throw ReadFailure(
                .unsupported, "the profile of what a person says is missing",
                remedy: "a profile of your own shadows `hand`; give it another name")
        }
        var report = Report()
        let summary = try room.reader(for: profile).read(body, asked: [], receivedAt: now, chunk: .max) {
            report.items += $0.items
        }
        let message = Message(
            channel: .person, source: person, profile: profile.name, receivedAt: now,
            sha256: Fingerprint.sha256(body), body: summary.archive)
        return Delivery.Part(message: message, report: report)
    }
}
