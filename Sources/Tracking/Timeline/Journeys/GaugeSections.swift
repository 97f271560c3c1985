/// The stretches of a container's way between breaks of gauge; on each it stands on one wagon.
struct GaugeSections {
    /// One stretch, and the gauge it runs on where that is known, in millimetres.
    private struct Section {
        var span: Span
        var gauge: Int?
    }

    private let sections: [Section]
    /// Whether the last change is only supposed: the last that was heard was at a break of gauge.
    private let endsAtBreak: Bool

    /// Several tell of one happening within twelve hours.
    private static let sameHappening: Int64 = 12 * 3_600_000

    /// The longest run on one gauge, in days, where no change is told.
    private static let longestRun: Int64 = 30

    init(of events: [ReadEvent]) {
        let (changes, endsAtBreak) = Self.changes(events)
        self.endsAtBreak = endsAtBreak
        let begins = [Instant(milliseconds: .min)] + changes.map(\.after)
        let ends = changes + [Instant(milliseconds: .max)]
        var sections = zip(begins, ends).map { begin, end in
            let span = Span(from: begin, to: end)
            let placed = events.first { span.contains($0.at) && $0.place?.gauge != nil }
            return Section(span: span, gauge: placed?.place?.gauge)
        }
        // Beyond a break of gauge lies the other one.
        for index in sections.indices.dropFirst() where sections[index].gauge == nil {
            sections[index].gauge = sections[index - 1].gauge.map(Self.other)
        }
        for index in sections.indices.dropLast().reversed() where sections[index].gauge == nil {
            sections[index].gauge = sections[index + 1].gauge.map(Self.other)
        }
        self.sections = sections
    }

    /// The section of a wagon's gauge that lies around the instant, or nearest to it; the change itself is done by the
    /// wagon left.
    ///
    /// - Parameter others: the other wagons that are told, each with the instant it is told about.
    func section(of wagon: Subject, around instant: Instant, others: [(wagon: Subject, at: Instant)]) -> Span {
        let index = index(of: wagon, around: instant)
        var span = sections[index].span
        // At the break it stands on its wagon until another one is told.
        if endsAtBreak && index == sections.count - 2
            && !others.contains(where: { self.index(of: $0.wagon, around: $0.at) == sections.count - 1 })
        {
            span.to = Span.always.to
        }
        // Where the paper came later than the wagon was left, the run was before.
        let moment = min(max(instant, span.from), span.to)
        return Span(
            from: max(span.from, moment.plus(days: -Self.longestRun)),
            to: min(span.to, moment.plus(days: Self.longestRun)))
    }

    private func index(of wagon: Subject, around instant: Instant) -> Int {
        let gauge = Self.gauge(of: wagon)
        let fitting = sections.indices.filter { index in
            guard let gauge, let own = sections[index].gauge else { return true }
            return gauge == own
        }
        return (fitting.isEmpty ? Array(sections.indices) : fitting).min { left, right in
            let (first, second) = (sections[left].span, sections[right].span)
            return (first.distance(to: instant), left) < (second.distance(to: instant), right)
        } ?? 0
    }

    /// Twelve digits are a wagon of 1435 mm, eight one of 1520 mm; nothing tells of any other.
    private static func gauge(of wagon: Subject) -> Int? {
        switch wagon.scheme {
        case .uicWagon: 1435
        case .wagon1520: 1520
        default: nil
        }
    }

    private static func other(than gauge: Int) -> Int { gauge == 1435 ? 1520 : 1435 }

    /// The changes that are told: of several tellings of one the last, or that which knows the time better.
    private static func told(_ events: [ReadEvent]) -> [Instant] {
        var changes: [ReadEvent] = []
        var isStillThere = false
        for event in events {
            guard event.milestone == .gaugeChanged else {
                if let place = event.place, let there = changes.last?.place, !place.isNear(there) {
                    isStillThere = false
                }
                continue
            }
            if isStillThere, let last = changes.last, isOne(last, event) {
                if event.latest < last.latest || event.at > last.at { changes[changes.count - 1] = event }
            } else {
                changes.append(event)
            }
            isStillThere = true
        }
        return changes.map(\.latest)
    }

    private static func isOne(_ change: ReadEvent, _ other: ReadEvent) -> Bool {
        if let place = change.place, let there = other.place { return place.isNear(there) }
        return change.at.distance(from: other.at) <= sameHappening
    }

    /// The changes that are told; and where one went on from a break of gauge without one, the last that was heard
    /// from there.
    private static func changes(_ events: [ReadEvent]) -> ([Instant], endsAtBreak: Bool) {
        var changes = told(events)
        var stay: (first: ReadEvent, last: ReadEvent, place: PlaceFacts)?
        var before: ReadEvent?
        func isTold(_ stay: (first: ReadEvent, last: ReadEvent, place: PlaceFacts), until: Instant) -> Bool {
            changes.contains { stay.first.at <= $0 && $0 <= until }
        }
        for event in events {
            guard let place = event.place else { continue }
            if let here = stay, place.breaksGauge, place.isNear(here.place) {
                stay = (here.first, event, here.place)
                continue
            }
            // Seen on the same gauge before and after it only stood there.
            let isBack = !place.breaksGauge && place.gauge != nil && before?.place?.gauge == place.gauge
            if let left = stay, !isBack {
                if !isTold(left, until: event.at) { changes.append(min(left.last.latest, event.at.before)) }
                // What was seen before it was seen on the other gauge.
                before = nil
            }
            if place.breaksGauge {
                stay = (event, event, place)
            } else {
                (before, stay) = (event, nil)
            }
        }
        guard let stay, !isTold(stay, until: .init(milliseconds: .max)) else { return (changes.sorted(), false) }
        return (changes.sorted() + [stay.last.latest], true)
    }
}

extension Span {
    /// Milliseconds from the instant to the nearer end; 0 inside.
    fileprivate func distance(to instant: Instant) -> Int64 {
        if contains(instant) { return 0 }
        return instant < from ? from.distance(from: instant) : instant.distance(from: to)
    }
}
