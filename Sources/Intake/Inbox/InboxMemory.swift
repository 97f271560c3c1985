import Tracking

/// What is remembered of a folder from one pass to the next.
struct InboxMemory {
    /// Something in the way of a file.
    struct Hindrance {
        var obstacle: InboxObstacle
        var mark: FileMark
        var failures: Int
        var tryAgainAt: Instant
    }

    /// Files that are watched until they stand still, by name.
    var sightings: [[UInt8]: Sighting] = [:]
    /// Files that are dealt with and have not moved yet.
    var endings: [[UInt8]: (mark: FileMark, ending: InboxEnding)] = [:]
    var hindrances: [[UInt8]: Hindrance] = [:]
    /// What was said to be left alone.
    var leftAlone: Set<[UInt8]> = []
    /// What is in the way of the whole folder.
    var folderObstacle: InboxObstacle?
    /// What the store was told last; nil before the first pass.
    var notedTrouble: String??

    /// All that is in the way, said before or not.
    var obstacles: [InboxObstacle] {
        if let folderObstacle { return [folderObstacle] }
        return hindrances.values.map(\.obstacle).sorted { $0.path < $1.path }
    }

    /// Forgets names that are gone.
    mutating func keep(_ names: Set<[UInt8]>) {
        sightings = sightings.filter { names.contains($0.key) }
        endings = endings.filter { names.contains($0.key) }
        hindrances = hindrances.filter { names.contains($0.key) }
        leftAlone.formIntersection(names)
    }

    /// Forgets a file that has moved.
    mutating func forget(_ name: [UInt8]) {
        sightings[name] = nil
        endings[name] = nil
        hindrances[name] = nil
    }

    /// Notes a failure; true when it is another than before, and so to be said.
    mutating func hinder(_ entry: FolderEntry, _ obstacle: InboxObstacle, now: Instant) -> Bool {
        let earlier = hindrances[entry.bytes].flatMap { $0.mark == entry.mark ? $0 : nil }
        let failures = (earlier?.failures ?? 0) + 1
        hindrances[entry.bytes] = Hindrance(
            obstacle: obstacle, mark: entry.mark, failures: failures,
            tryAgainAt: now.advanced(by: RetryPause.after(failures: failures)))
        return earlier?.obstacle != obstacle
    }

    /// Whether a file waits for another try. One that was changed meanwhile is tried at once.
    func isWaiting(_ entry: FolderEntry, now: Instant) -> Bool {
        guard let hindrance = hindrances[entry.bytes], hindrance.mark == entry.mark else { return false }
        return now < hindrance.tryAgainAt
    }

    /// All that is in the way, in one line; nil when nothing is.
    var trouble: String? {
        if let folderObstacle { return folderObstacle.reason }
        let all = obstacles
        guard let first = all.first else { return nil }
        let name = first.path.split(separator: "/").last.map(String.init) ?? first.path
        return "\(name): \(first.reason)" + (all.count > 1 ? ", and \(all.count - 1) more" : "")
    }
}
