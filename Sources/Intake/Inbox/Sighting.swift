public import Tracking

/// A file that is being watched until it stands still.
public struct Sighting: Sendable, Hashable {
    public var mark: FileMark
    /// When it was first seen as it is.
    public var since: Instant

    public init(mark: FileMark, since: Instant) {
        self.mark = mark
        self.since = since
    }

    /// What another look makes of it: unchanged, the wait goes on; changed, it begins anew.
    public static func after(_ earlier: Sighting?, _ mark: FileMark, now: Instant) -> Sighting {
        if let earlier, earlier.mark == mark { return earlier }
        return Sighting(mark: mark, since: now)
    }

    /// Whether nobody has written for `quiet`.
    ///
    /// The file's own time counts too, so that one that has lain there for long is taken at the first look; a time in
    /// the future (two machines' clocks) says nothing. An empty file is given longer: somebody has just opened it.
    public func isStill(now: Instant, quiet: Duration) -> Bool {
        let changed = Instant(milliseconds: mark.changedAt.milliseconds)
        let start = changed <= now ? min(since, changed) : since
        return now.since(start) >= (mark.size == 0 ? quiet * 12 : quiet)
    }
}
