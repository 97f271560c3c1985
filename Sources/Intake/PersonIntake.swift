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
        let part = Delivery.Part(message: message, report: report)
        return try writer.acceptAndWait([Delivery(parts: [part])]).first ?? Receipt()
    }
}
