public import Messages
public import Store
public import Tracking

/// Brings a file's message into the store.
public struct FileIntake {
    /// Items that one turn of writing takes: some 50 ms, so that a polling daemon gets its turns in between.
    private static let stretch = 2000

    private let writer: StoreWriter
    private let room: ReadingRoom
    private let library: ProfileLibrary
    private let shelf: ReaderShelf

    /// - Parameter library: the profiles that read the messages of the archive.
    public init(writer: StoreWriter, room: ReadingRoom, library: ProfileLibrary) {
        self.writer = writer
        self.room = room
        self.library = library
        shelf = ReaderShelf(room: room)
    }

    /// Reads and accepts one file; either all of it is visible afterwards, or nothing.
    ///
    /// - Parameters:
    ///   - body: the file as it is.
    ///   - about: the numbers that the file answers about, where it does not name them itself.
    ///   - replacing: what a person says of an earlier message that this file is the new version of. Both take effect in
    ///     the same moment.
    ///   - rejected: told of every row that was not taken whole, as it came.
    ///   - progress: told after each stretch how many items are in. What it throws ends the work: of a long file the
    ///     message stays incomplete, until the same bytes are brought again.
    /// - Throws: `ReadFailure`, ``StoreFailure``, or what `progress` throws.
    public func take(
        _ body: [UInt8], name: String, profile: Profile, about: [Subject] = [], receivedAt: Instant,
        replacing: Replacement? = nil, rejected: ((RejectedItem) throws -> Void)? = nil,
        progress: (Int) throws -> Void = { _ in }
    ) throws -> FileResult {
        var message = Self.message(body, name, profile, about, receivedAt)
        var notes = ReportNotes()
        var first: Report?
        var lane: AppendLane?
        var items = 0
        let summary = try shelf.reading(profile) { reader in
            try reader.read(
                body, asked: about, receivedAt: receivedAt, chunk: Self.stretch, rejected: rejected
            ) { report in
                notes.note(report)
                items += report.items.count
                // A short file is one transaction; only the second stretch shows that it is a long one.
                if let waiting = first, lane == nil {
                    lane = AppendLane(try writer.begin(message))
                    lane?.append(waiting)
                }
                if let lane { lane.append(report) } else { first = report }
                try progress(items)
            }
        }
        message.body = summary.archive
        notes.note(summary.notes)
        let (receipt, withdrawals) = try finish(message, first: first, lane: lane, replacing)
        var result = notes.result(name, profile, receipt)
        result.withdrawal = withdrawals.first
        if replacing == nil { result.olderVersions = try olderVersions(receipt, notes) }
        return result
    }

    /// What `take` would say, with nothing kept.
    ///
    /// - Throws: `ReadFailure`, ``StoreFailure``.
    public func rehearse(
        _ body: [UInt8], name: String, profile: Profile, about: [Subject] = [], receivedAt: Instant,
        replacing: Replacement? = nil, rejected: ((RejectedItem) throws -> Void)? = nil,
        progress: (Int) -> Void = { _ in }
    ) throws -> FileResult {
        let message = Self.message(body, name, profile, about, receivedAt)
        var notes = ReportNotes()
        var items = 0
        let said = try replacing.map { try persons.read($0.said, person: $0.person, at: receivedAt) }
        let rehearsal = try writer.rehearse(message, said: said, reading: archive) { take in
            let summary = try shelf.reading(profile) { reader in
                try reader.read(
                    body, asked: about, receivedAt: receivedAt, chunk: Self.stretch, rejected: rejected
                ) { report in
                    notes.note(report)
                    items += report.items.count
                    try take(report)
                    progress(items)
                }
            }
            notes.note(summary.notes)
            return summary.archive
        }
        var result = notes.result(name, profile, rehearsal.receipt)
        result.withdrawal = rehearsal.withdrawals.first
        result.newSubjects = rehearsal.subjects
        result.newLargeSubjects = rehearsal.named
        return result
    }

    private var archive: Archive { Archive(room: room, library: library) }
    private var persons: PersonIntake { PersonIntake(writer: writer, room: room, library: library) }

    private static func message(
        _ body: [UInt8], _ name: String, _ profile: Profile, _ about: [Subject], _ receivedAt: Instant
    ) -> Message {
        Message(
            channel: .file, source: profile.name, profile: profile.name, name: name, asked: about,
            receivedAt: receivedAt, sha256: Fingerprint.sha256(body), body: [])
    }

    private func finish(
        _ message: Message, first: Report?, lane: AppendLane?, _ replacing: Replacement?
    ) throws -> (Receipt, [Withdrawal]) {
        let part = Delivery.Part(message: message, report: first ?? Report())
        guard let replacing else {
            if let lane { return (try lane.complete(body: message.body), []) }
            return (try writer.acceptAndWait([Delivery(parts: [part])]).first ?? Receipt(), [])
        }
        let said = try persons.read(replacing.said, person: replacing.person, at: message.receivedAt)
        let arrival: Arrival = try lane.map { .long(try $0.drained(), body: message.body) } ?? .short(part)
        let ending = try writer.acceptAndWait(said, after: arrival, reading: archive)
        return (ending.arrival ?? Receipt(), ending.withdrawals)
    }

    /// Only a file that repeats some link of before can be a new version of something.
    private func olderVersions(_ receipt: Receipt, _ notes: ReportNotes) throws -> [OlderVersion] {
        guard let message = receipt.message, notes.links > receipt.links else { return [] }
        return try StoreReader(path: writer.file.path).read {
            try $0.olderVersions(of: message, parents: notes.parents)
        }
    }
}
