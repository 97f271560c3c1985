/// One happening, told once or by several.
struct Happening {
    private(set) var lines: [Line]
    /// The first report, from which the twelve hours count.
    let first: Line

    private static let window: Int64 = 12 * 3_600_000

    init(_ line: Line) {
        lines = [line]
        first = line
    }

    mutating func add(_ line: Line) { lines.append(line) }

    /// Whether a report may be of this happening, apart from its place.
    func fits(_ line: Line) -> Bool {
        guard line.read.milestone != .position, line.read.milestone == first.read.milestone,
            line.read.event.classifier == first.read.event.classifier, line.decides == first.decides,
            line.shown == first.shown, isSameLoad(line)
        else { return false }
        return isSameTime(line.read)
    }

    /// The first report that tells a place.
    var placed: Line? { lines.first { $0.read.event.place != nil } }

    func isAt(_ place: PlaceReference?) -> Bool { first.read.event.place == place }

    /// Within one source the latest report stands; of several sources the best.
    ///
    /// Reports under one code correct each other, and the one that came last stands. Under different codes they are
    /// steps of one happening, and the last step stands, whichever message came first.
    var best: Line {
        let latest = latestSteps
        return latest.values.reduce(first) { chosen, line in
            let isStale = latest[chosen.read.event.source]?.number != chosen.number
            return isStale || line.isBetter(than: chosen) ? line : chosen
        }
    }

    private struct Told: Hashable {
        var source: String
        var code: String
    }

    private var latestSteps: [String: Line] {
        guard lines.count > 1 else { return [first.read.event.source: first] }
        var reports: [Told: Line] = [:]
        for line in lines {
            let told = Told(source: line.read.event.source, code: line.read.event.rawCode)
            if let known = reports[told], !Self.isLater(line, than: known) { continue }
            reports[told] = line
        }
        var latest: [String: Line] = [:]
        for (told, line) in reports {
            if let known = latest[told.source], known.number > line.number { continue }
            latest[told.source] = line
        }
        return latest
    }

    private static func isLater(_ line: Line, than other: Line) -> Bool {
        let messages = (line.read.event.message, other.read.event.message)
        if messages.0 != messages.1 { return messages.0 > messages.1 }
        return line.isBetter(than: other)
    }

    private func isSameLoad(_ line: Line) -> Bool {
        guard let load = line.read.event.load else { return true }
        return lines.allSatisfy { $0.read.event.load == nil || $0.read.event.load == load }
    }

    private func isSameTime(_ event: ReadEvent) -> Bool {
        let own = first.read
        switch (own.isDay, event.isDay) {
        case (false, false): return event.at.distance(from: own.at) <= Self.window
        case (true, false): return own.at <= event.at && event.at <= own.latest
        case (false, true): return event.at <= own.at && own.at <= event.latest
        case (true, true): return Self.localDay(own) == Self.localDay(event)
        }
    }

    private static func localDay(_ event: ReadEvent) -> Int64 {
        let local = event.at.milliseconds + Int64(event.event.time.offsetMinutes) * 60_000
        return local >= 0 ? local / Instant.dayMilliseconds : (local + 1) / Instant.dayMilliseconds - 1
    }
}

extension Happening {
    /// Brings together what tells of one happening.
    ///
    /// Reports with a clock and a place make the happenings; a day joins the one of that day, and a report without a
    /// place joins only where a single one fits.
    static func group(_ lines: [Line]) -> [Happening] {
        var groups: [Happening] = []
        var byMilestone: [Milestone: [Int]] = [:]
        for line in inOrderOfKnowledge(lines) {
            let milestone = line.read.milestone
            let fitting = (byMilestone[milestone] ?? []).filter { groups[$0].fits(line) }
            if let index = home(of: line, in: fitting, groups) {
                groups[index].add(line)
            } else {
                byMilestone[milestone, default: []].append(groups.count)
                groups.append(Happening(line))
            }
        }
        return groups
    }

    private static func home(of line: Line, in fitting: [Int], _ groups: [Happening]) -> Int? {
        if let same = fitting.first(where: { groups[$0].isAt(line.read.event.place) }) { return same }
        guard line.read.event.place == nil else { return nil }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Place and clock first, then place and day, then no place; within each by time.
    private static func inOrderOfKnowledge(_ lines: [Line]) -> [Line] {
        let placed = lines.filter { $0.read.event.place != nil }
        let unplaced = lines.filter { $0.read.event.place == nil }
        return placed.filter { !$0.read.isDay } + placed.filter(\.read.isDay)
            + unplaced.filter { !$0.read.isDay } + unplaced.filter(\.read.isDay)
    }
}
