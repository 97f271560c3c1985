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
        var (order, result) = (order, ReplayResult())
        order.sources = try reader.read { try $0.sources(within: order.limits) }
        let rereading = try ArchiveRereading(
            reader: reader, room: room, library: library, sources: order.sources, progress: progress)
        try rereading.catchUp()
        progress("comparing")
        let subjects = try reader.read { try rereading.derived.differingSubjects(from: $0, sources: order.sources) }
        // Within each turn, when nobody else can write, what has come in meanwhile is read first.
        let catchUp = {
            try rereading.catchUp()
            return rereading.unreadable
        }
        var rest = subjects[...]
        while !rest.isEmpty {
            try rereading.catchUp()
            result.add(
                try writer.replay(
                    rest.prefix(Self.stretch), from: rereading.derived, order, keeps: keeps, before: catchUp))
            rest = rest.dropFirst(Self.stretch)
            progress("\(subjects.count - rest.count) of \(subjects.count) numbers corrected")
        }
        if keeps, order.limits == ReplayLimits(), rereading.unreadable.isEmpty {
            try writer.replayVersions(from: rereading.derived, order, before: catchUp)
        }
        result.reading = rereading.account
        return result
    }
}
