/// A stretch in which something that had set out, or was to, stayed behind: rolled to a later train, or detached on the
/// way.
public struct Interruption: Hashable, Sendable {
    /// `rolled` or `detached`.
    public var begin: TimelineEntry
    /// What took it up again: attached, or the first that moved; nil while nothing did.
    public var end: TimelineEntry?
    /// The train that left without it, where that is told.
    public var train: Subject?
    /// The train that took it up, where that is told.
    public var nextTrain: Subject?

    /// All of a timeline's, in order.
    public static func all(in timeline: Timeline) -> [Interruption] {
        let shown = timeline.entries.filter { $0.shown && $0.classifier == .actual }
        var found: [Interruption] = []
        for (index, entry) in shown.enumerated() where entry.milestone == .rolled || entry.milestone == .detached {
            // Told again before anything else happened it is still the same.
            if let last = found.last, last.end == nil { continue }
            let end = shown[(index + 1)...].first { endsIt($0, begunBy: entry) }
            let trains = Trains(timeline.links, begin: entry.time.latest, end: end?.time.instant)
            found.append(Interruption(begin: entry, end: end, train: trains.left, nextTrain: trains.next))
        }
        return found
    }

    private static func endsIt(_ entry: TimelineEntry, begunBy begin: TimelineEntry) -> Bool {
        switch entry.milestone {
        case .attached, .departed, .borderDeparted, .passed, .gaugeChanged: entry.time.latest > begin.time.instant
        // Loaded again in the yard it is no further.
        case .borderArrived: entry.place != begin.place
        default: entry.milestone.isEnd || entry.milestone == .stripped
        }
    }

    /// Which trains it was on before and after.
    private struct Trains {
        var left: Subject?
        var next: Subject?

        init(_ links: [TimelineLink], begin: Instant, end: Instant?) {
            let trains = links.filter { $0.link.parent.kind == .train && !$0.denied }
                .sorted { ($0.from ?? begin, $0.link.parent.code) < ($1.from ?? begin, $1.link.parent.code) }
            left =
                trains.last { link in
                    guard let until = link.until else { return link.from.map { $0 <= begin } ?? !link.confirmed }
                    return until <= begin && until >= begin.plus(days: -1)
                }?.link.parent
            guard let end else { return }
            let before = left
            next =
                trains.last { link in
                    guard link.carries, link.link.parent != before, let from = link.from else { return false }
                    return from <= end.plus(days: 1) && (link.until ?? end) >= end
                }?.link.parent
        }
    }
}
