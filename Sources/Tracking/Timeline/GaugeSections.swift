/// The stretches of a container's way between breaks of gauge; on each it stands on one wagon.
struct GaugeSections {
    private let changes: [Instant]

    /// The longest run on one gauge, in days, where no change is told.
    private static let longestRun: Int64 = 30

    init(of events: [ReadEvent]) {
        changes = events.lazy.filter { $0.milestone == .gaugeChanged }.map(\.latest)
    }

    /// From the last gauge change at or before the instant to the next; the change itself is done by the wagon left.
    func section(around instant: Instant) -> Span {
        let begin = changes.last { $0 <= instant }?.after
        let end = changes.first { $0 > instant }
        return Span(
            from: max(begin ?? Instant(milliseconds: .min), instant.plus(days: -Self.longestRun)),
            to: min(end ?? Instant(milliseconds: .max), instant.plus(days: Self.longestRun)))
    }
}
