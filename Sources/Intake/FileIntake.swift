public import Messages
public import Store
public import Tracking

/// Brings a file's message into the store.
public struct FileIntake {
    /// Items that one turn of writing takes: some 50 ms, so that a polling daemon gets its turns in between.
    private static let stretch = 2000

    private let writer: StoreWriter
    private let room: ReadingRoom

    public init(writer: StoreWriter, room: ReadingRoom) {
        self.writer = writer
        self.room = room
    }

    /// Reads and accepts one file; either all of it is visible afterwards, or nothing.
    ///
    /// - Parameters:
    ///   - body: the file as it is.
    ///   - about: the numbers that the file answers about, where it does not name them itself.
    ///   - progress: told after each stretch how many items are in.
    /// - Throws: `ReadFailure`, ``StoreFailure``.
    public func take(
        _ body: [UInt8], name: String, profile: Profile, about: [Subject] = [], receivedAt: Instant,
        progress: (Int) -> Void = { _ in }
    ) throws -> FileResult {
        var message = Message(
            channel: .file, source: profile.name, profile: profile.name, name: name, asked: about,
            receivedAt: receivedAt, sha256: Fingerprint.sha256(body), body: [])
        var notes = ProblemNotes()
        var first: Report?
        var lane: AppendLane?
        var items = 0
        let summary = try room.reader(for: profile).read(
            body, asked: about, receivedAt: receivedAt, chunk: Self.stretch
        ) { report in
            notes.note(report)
            items += report.items.count
            // A short file is one transaction; only the second stretch shows that it is a long one.
            if let waiting = first, lane == nil {
                lane = AppendLane(try writer.begin(message))
                lane?.append(waiting)
            }
            if let lane { lane.append(report) } else { first = report }
            progress(items)
        }
        message.body = summary.archive
        let receipt = try finish(message, first: first, lane: lane)
        return FileResult(
            file: name, profile: profile.name, message: receipt.message, accounting: receipt.accounting,
            links: receipt.links, problems: notes.first, problemCounts: notes.counts)
    }

    private func finish(_ message: Message, first: Report?, lane: AppendLane?) throws -> Receipt {
        if let lane { return try lane.complete(body: message.body) }
        let part = Delivery.Part(message: message, report: first ?? Report())
        return try writer.acceptAndWait([Delivery(parts: [part])]).first ?? Receipt()
    }
}

/// The problems of a file: the first of them whole, and how many of each kind.
private struct ProblemNotes {
    static let most = 100
    var first: [FileResult.Located] = []
    var counts: [String: Int] = [:]

    mutating func note(_ report: Report) {
        for item in report.items {
            for problem in item.problems {
                counts[problem.kind, default: 0] += 1
                if first.count < Self.most { first.append(.init(position: item.position, problem: problem)) }
            }
        }
    }
}
