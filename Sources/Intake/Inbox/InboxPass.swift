import Messages
import Store
import Tracking

/// Goes through one folder: what stands still is taken in, put aside and reported.
///
/// The import commits first and the file moves last. A crash in between leaves a file that is taken in again as the
/// message that it is, adds nothing, and moves then.
struct InboxPass {
    let folder: InboxFolder
    let desk: InboxDesk
    private var memory = InboxMemory()

    init(folder: InboxFolder, desk: InboxDesk) {
        self.folder = folder
        self.desk = desk
    }

    /// - Throws: `StoreFailure` when the database cannot be used, `CancellationError` when the work is stopped.
    mutating func run() throws -> InboxSummary {
        var summary = InboxSummary()
        if let listing = list() {
            memory.keep(Set(listing.entries.map(\.bytes)))
            let (files, others) = listing.inboxEntries
            for entry in others where memory.leftAlone.insert(entry.bytes).inserted {
                desk.tell(.leftAlone(folder: folder.path, entry))
            }
            for entry in still(files, &summary) {
                try desk.stop.check()
                if let ending = try deal(with: entry) { summary.endings.append(ending) }
            }
        }
        summary.obstacles = memory.obstacles
        try noteTrouble()
        return summary
    }

    private mutating func list() -> FolderListing? {
        do throws(InboxObstacle) {
            let listing = try FolderListing(folder.path)
            memory.folderObstacle = nil
            return listing
        } catch {
            if memory.folderObstacle != error { desk.tell(.obstacle(error)) }
            memory.folderObstacle = error
            return nil
        }
    }

    /// The files that nobody writes any more, in the order in which they came.
    private mutating func still(_ files: [FolderEntry], _ summary: inout InboxSummary) -> [FolderEntry] {
        let now = desk.now()
        var still: [FolderEntry] = []
        for entry in files {
            let sighting = Sighting.after(memory.sightings[entry.bytes], entry.mark, now: now)
            memory.sightings[entry.bytes] = sighting
            if memory.isWaiting(entry, now: now) { continue }
            if sighting.isStill(now: now, quiet: desk.quiet) { still.append(entry) } else { summary.growing += 1 }
        }
        return still.sorted { ($0.mark.changed, $0.name) < ($1.mark.changed, $1.name) }
    }

    /// Takes one file in and puts it aside; nil when that was not possible now.
    private mutating func deal(with entry: FolderEntry) throws -> InboxEnding? {
        do {
            guard var ending = try ending(of: entry) else { return nil }
            try desk.writer.note(ending.change, inbox: folder.path)
            let move = InboxMove(folder: folder.path, entry: entry, shelf: ending.shelf)
            guard let movedTo = try move.run(desk.report(ending)) else {
                // Somebody goes on writing: it is another file now, and is taken when it stands still again.
                memory.endings[entry.bytes] = nil
                return nil
            }
            ending.movedTo = movedTo
            memory.forget(entry.bytes)
            desk.tell(.ended(ending))
            return ending
        } catch let obstacle as InboxObstacle {
            hinder(entry, obstacle)
        } catch let failure as StoreFailure where !Self.concernsEveryFile(failure) {
            // One file that the store does not take must not end a daemon, to be begun again and ended by it again.
            hinder(
                entry,
                InboxObstacle(
                    failure.kind == .busy ? .busy : .notTaken, path: folder.path + "/" + entry.name,
                    reason: failure.reason, remedy: "it is tried again by itself; \(failure.remedy)"))
        }
        return nil
    }

    /// Whether nothing can be written at all, so that going on makes no sense.
    private static func concernsEveryFile(_ failure: StoreFailure) -> Bool {
        failure.kind != .busy && failure.kind != .other
    }

    private mutating func hinder(_ entry: FolderEntry, _ obstacle: InboxObstacle) {
        if memory.hinder(entry, obstacle, now: desk.now()) { desk.tell(.obstacle(obstacle)) }
    }

    /// What became of a file: remembered where only the move was not possible before.
    private mutating func ending(of entry: FolderEntry) throws -> InboxEnding? {
        if let known = memory.endings[entry.bytes], known.mark == entry.mark { return known.ending }
        let reading = InboxReading(folder: folder, desk: desk)
        guard let ending = try reading.read(entry) else { return nil }
        memory.endings[entry.bytes] = (entry.mark, ending)
        return ending
    }

    private mutating func noteTrouble() throws {
        let trouble = memory.trouble
        if let noted = memory.notedTrouble, noted == trouble { return }
        try desk.writer.note(.troubled(trouble), inbox: folder.path)
        memory.notedTrouble = .some(trouble)
    }
}

extension InboxEnding {
    /// Where the file belongs.
    var shelf: String {
        switch outcome {
        case .taken: InboxFolder.done
        case .rejected: InboxFolder.rejected
        }
    }

    /// What is to be remembered of it.
    var change: InboxChange {
        switch outcome {
        case .taken(let result): .arrived(at: cameAt, name: name, message: result.message)
        case .rejected(let rejection): .rejected(at: cameAt, name: name, reason: rejection.reason)
        }
    }
}
