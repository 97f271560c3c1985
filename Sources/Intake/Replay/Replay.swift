public import Messages
public import Store
public import Tracking

/// Derives everything again from the archive with the profiles of today, and applies the difference as a correction of
/// now.
///
/// Nothing of its progress is stored: a replay that was cut short has applied whole turns, each of which is a correction
/// by itself, and the next one finds and applies what is left.
public final class Replay {
    /// Subjects that one turn of writing looks at; a daemon gets its turns in between.
    private static let stretch = 500
    /// So often all is begun anew, where somebody named a new subject at the same moment.
    private static let mostBeginnings = 3

    private let writer: StoreWriter
    private let reader: StoreReader
    private let room: ReadingRoom
    private let library: ProfileLibrary
    private let order: ReplayOrder
    private let progress: (String) -> Void

    /// - Parameters:
    ///   - person: who asks for it.
    ///   - progress: told how far it is, in a few words.
    /// - Throws: `StoreFailure`.
    public init(
        writer: StoreWriter, room: ReadingRoom, library: ProfileLibrary, limits: ReplayLimits = ReplayLimits(),
        person: String, now: Instant, progress: @escaping (String) -> Void = { _ in }
    ) throws {
        self.writer = writer
        self.room = room
        self.library = library
        self.progress = progress
        reader = try StoreReader(path: writer.file.path)
        order = ReplayOrder(limits: limits, person: person, now: now)
    }

    /// - Parameter keeps: false to find the difference and change nothing.
    /// - Throws: `StoreFailure`; `ReadFailure` where a profile cannot be put to work at all.
    public func run(keeps: Bool = true) throws -> ReplayResult {
        var result = ReplayResult()
        for _ in 0..<Self.mostBeginnings {
            // What earlier beginnings applied stays applied, and is counted.
            if try run(keeps: keeps, &result) { return result }
        }
        throw StoreFailure(
            .busy, path: writer.file.path, reason: "new numbers keep coming in while the archive is read again",
            remedy: "try again in a quieter hour; what was corrected so far stands")
    }

    private func run(keeps: Bool, _ result: inout ReplayResult) throws -> Bool {
        var order = order
        order.sources = try reader.read { try $0.sources(within: order.limits) }
        let rereading = try ArchiveRereading(
            reader: reader, room: room, library: library, sources: order.sources, progress: progress)
        defer { result.reading = rereading.account }
        guard try rereading.catchUp() else { return false }
        progress("comparing")
        let subjects = try reader.read { try rereading.derived.differingSubjects(from: $0, sources: order.sources) }
        var rest = subjects[...]
        while !rest.isEmpty {
            let step = try writer.replay(
                rest.prefix(Self.stretch), from: rereading.derived, order, keeps: keeps,
                before: { try rereading.catchUp() ? rereading.unreadable : nil })
            guard let step else { return false }
            result.add(step)
            rest = rest.dropFirst(Self.stretch)
            progress("\(subjects.count - rest.count) of \(subjects.count) numbers corrected")
        }
        guard keeps, order.limits == ReplayLimits(), rereading.unreadable.isEmpty else { return true }
        return try writer.replayVersions(
            from: rereading.derived, order, before: { try rereading.catchUp() ? [] : nil })
    }
}
