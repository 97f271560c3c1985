/// A stretch of time with both ends included.
struct Span: Hashable, Sendable {
    var from: Instant
    var to: Instant

    static let always = Span(from: Instant(milliseconds: .min), to: Instant(milliseconds: .max))

    var isEmpty: Bool { to < from }

    func contains(_ instant: Instant) -> Bool {
        from <= instant && instant <= to
    }

    func overlaps(_ other: Span) -> Bool {
        max(from, other.from) < min(to, other.to)
    }

    func intersection(_ other: Span) -> Span {
        Span(from: max(from, other.from), to: min(to, other.to))
    }
}

extension Instant {
    static let dayMilliseconds: Int64 = 86_400_000

    /// The instant so many days later; not for the ends of time.
    func plus(days: Int64) -> Instant {
        Instant(milliseconds: milliseconds + days * Self.dayMilliseconds)
    }

    func plus(hours: Int64) -> Instant {
        Instant(milliseconds: milliseconds + hours * 3_600_000)
    }

    /// The last instant before this one.
    var before: Instant { Instant(milliseconds: milliseconds - 1) }

    /// The first instant after this one.
    var after: Instant { Instant(milliseconds: milliseconds + 1) }

    /// Milliseconds between the two, whichever is first.
    func distance(from other: Instant) -> Int64 {
        abs(milliseconds - other.milliseconds)
    }
}
