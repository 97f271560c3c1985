/// The stretches of a container's way between breaks of gauge; on each it stands on one wagon.
struct GaugeSections {
    /// One stretch, and the gauge it runs on where that is known, in millimetres.
    private struct Section {
        var span: Span
        var gauge: Int?
    }

    private let sections: [Section]

    /// The longest run on one gauge, in days, where no change is told.
    private static let longestRun: Int64 = 30

    init(of events: [ReadEvent]) {
        let changes = Self.changes(events)
        let begins = [Instant(milliseconds: .min)] + changes.map(\.after)
        let ends = changes + [Instant(milliseconds: .max)]
        var sections = zip(begins, ends).map { begin, end in
            let span = Span(from: begin, to: end)
            return Section(span: span, gauge: events.first { span.contains($0.at) && $0.place?.gauge != nil }?.place?.gauge)
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
    func section(of wagon: Subject, around instant: Instant) -> Span {
        let gauge = Self.gauge(of: wagon)
        let fitting = sections.filter { section in
            guard let gauge, let own = section.gauge else { return true }
            return gauge == own
        }
        let nearest = (fitting.isEmpty ? sections : fitting).min { left, right in
            let distances = (left.span.distance(to: instant), right.span.distance(to: instant))
            return distances.0 != distances.1 ? distances.0 < distances.1 : left.span.from < right.span.from
        }
        let span = nearest?.span ?? .always
        // Where the paper came later than the wagon was left, the run was before.
        let moment = min(max(instant, span.from), span.to)
        return Span(
            from: max(span.from, moment.plus(days: -Self.longestRun)),
            to: min(span.to, moment.plus(days: Self.longestRun)))
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

    /// The changes that are told; and where places of two gauges follow each other without one, the last that was
    /// heard from the break between them.
    private static func changes(_ events: [ReadEvent]) -> [Instant] {
        var changes = events.lazy.filter { $0.milestone == .gaugeChanged }.map(\.latest)
            .reduce(into: [Instant]()) { if $0.last != $1 { $0.append($1) } }
        var before: ReadEvent?
        var atBreak: ReadEvent?
        for event in events {
            guard let place = event.place else { continue }
            if place.breaksGauge { atBreak = event }
            guard let gauge = place.gauge else { continue }
            if let before, let last = before.place?.gauge, last != gauge,
                !changes.contains(where: { before.at <= $0 && $0 <= event.latest })
            {
                changes.append(atBreak.map { min($0.latest, event.at.before) } ?? event.at.before)
            }
            (before, atBreak) = (event, nil)
        }
        return changes.sorted()
    }
}

extension Span {
    /// Milliseconds from the instant to the nearer end; 0 inside.
    fileprivate func distance(to instant: Instant) -> Int64 {
        if contains(instant) { return 0 }
        return instant < from ? from.distance(from: instant) : instant.distance(from: to)
    }
}
