import Store
import Terminal
import Tracking

/// Draws an answer of `track` for people: the line that answers, then how fresh it is, then what happened.
struct TrackText {
    let places: Places
    let language: Language
    let utc: Bool
    let now: Instant
    let palette: Palette

    func lines(_ answer: TrackAnswer) -> [String] {
        guard let timeline = answer.timeline, let stored = answer.found.stored else { return unknown(answer) }
        var lines = [title(stored.subject, answer)]
        lines.append("  " + statusLine(timeline))
        lines += notes(timeline).map { "  " + $0 }
        lines += TrackNumbersText(track: self).lines(answer).map { "  " + $0 }
        lines.append("  " + palette.paint(FreshnessText(now: now).line(answer.freshness), .quiet))
        if let departure = answer.departure { lines += TrainText(track: self).progress(departure).map { "  " + $0 } }
        let shown = timeline.entries.filter(\.shown)
        if !shown.isEmpty { lines.append("") }
        lines += table(shown)
        lines += links(timeline)
        if let raw = answer.raw { lines += RawText(track: self).lines(raw) }
        return lines
    }

    private func unknown(_ answer: TrackAnswer) -> [String] {
        let guess = CandidateText.guess(answer.found.code, answer.found.candidates).map { " (\($0))" } ?? ""
        let since = answer.archiveBegins.map { "in no message since \(shown($0))" } ?? "no message has come yet"
        return [palette.paint(SafeText.show(answer.found.code), .heading) + "  unknown: " + since + guess]
    }

    private func title(_ subject: Subject, _ answer: TrackAnswer) -> String {
        var title = palette.paint(SafeText.show(subject.code), .heading) + "  \(subject.kind.rawValue)"
        if let role = answer.askedAs, answer.standsFor.isEmpty, answer.found.code.uppercased() != subject.code {
            title += ", asked by its \(role.rawValue) number \(SafeText.show(answer.found.code))"
        } else if answer.found.code.uppercased() != subject.code {
            title += ", asked as \(SafeText.show(answer.found.code))"
        }
        if answer.found.checkDigit == .bad { title += palette.paint("  check digit does not fit", .warning) }
        return title
    }

    private func statusLine(_ timeline: Timeline) -> String {
        guard timeline.status != nil || timeline.standsFor.isEmpty else { return "no news of its own" }
        guard let status = timeline.status else {
            if let train = timeline.expected.first {
                return "expected on \(SafeText.show(train.code)), not confirmed; nothing has happened yet"
            }
            return "nothing that happened is known"
        }
        var line = palette.paint(status.milestone.name(language), Self.style(status.milestone))
        if let place = status.place { line += "  " + name(place) }
        if let side = status.side { line += " (\(side))" }
        line += "  " + shown(status.time, at: status.place)
        if status.inherited {
            line += "  by \(status.subject.kind.rawValue) \(SafeText.show(status.subject.code))"
            if let basis = status.basis { line += ", \(basis.rawValue)" }
            if status.probability < 1 { line += " \(percent(status.probability))" }
        }
        return line
    }

    private func notes(_ timeline: Timeline) -> [String] {
        var notes: [String] = []
        if let status = timeline.status {
            if status.inherited, let own = status.own {
                notes.append("own news: \(own.milestone.name(language)) \(shown(own.time, at: own.place))")
            }
            if let train = status.expected { notes.append("expected on \(SafeText.show(train.code)), not confirmed") }
            if let listed = status.listedOn { notes.append("though listed on \(SafeText.show(listed.code))") }
        }
        if let delivered = timeline.carrierDelivered {
            let at = delivered.place.map { ", \(name($0))" } ?? ""
            notes.append("\(delivered.subject.kind.rawValue) delivered\(at); what was inside is not yet scanned")
        }
        if let pieces = timeline.pieces {
            let open = pieces.open.map { SafeText.show($0.code) }.joined(separator: ", ")
            notes.append("\(pieces.delivered.count) of \(pieces.count) pieces delivered; not yet: \(open)")
        }
        if let earlier = timeline.earlierLife {
            let end = "\(earlier.milestone.name(language)) \(shown(earlier.time, at: nil))"
            notes.append("the number was used before: \(end)")
        }
        notes += timeline.conflicts.map { palette.paint("conflict: ", .bad) + SafeText.show($0.reason) }
        // Its own papers, not those that it merely stands on: a parcel of a half-filed bill is not half-filed.
        let own = timeline.facts.filter { $0.subject == timeline.subject }
        notes += SplitSet.all(in: own).map(SplitSetText().line)
        return notes
    }

    private func table(_ entries: [TimelineEntry]) -> [String] {
        let rows = entries.map { entry in
            [
                shown(entry.time, at: entry.place),
                (entry.classifier == .actual ? "" : "\(entry.classifier.rawValue): ") + milestone(entry),
                entry.place.map(name) ?? "", entry.inherited ? SafeText.show(entry.subject.code) : "",
                entry.sources.map { SafeText.show($0) }.joined(separator: ", "),
            ]
        }
        return Columns.aligned(rows).map { "  " + $0 }
    }

    private func milestone(_ entry: TimelineEntry) -> String {
        entry.milestone == .unmapped ? "unmapped \(SafeText.show(entry.rawCode))" : entry.milestone.name(language)
    }

    private func links(_ timeline: Timeline) -> [String] {
        guard !timeline.links.isEmpty else { return [] }
        let rows = timeline.links.map { link in
            [
                "\(link.link.child.kind.rawValue) \(SafeText.show(link.link.child.code))",
                "in \(link.link.parent.kind.rawValue) \(SafeText.show(link.link.parent.code))",
                link.basis.rawValue + (link.denied ? ", denied" : link.outrankedBy == nil ? "" : ", outranked"),
                SafeText.show(link.link.source), "message \(link.link.message)",
            ]
        }
        return [""] + Columns.aligned(rows).map { "  " + palette.paint($0, .quiet) }
    }

    func name(_ reference: PlaceReference) -> String {
        guard let place = places.place(for: reference) else {
            return SafeText.show(reference.text.split(separator: ":", maxSplits: 1).last.map(String.init) ?? "")
        }
        return place.shortName(language)
    }

    func shown(_ time: EventTime, at place: PlaceReference?) -> String {
        time.shown(in: place.flatMap { places.place(for: $0) }, utc: utc)
    }

    func shown(_ instant: Instant) -> String {
        EventTime(instant, offsetMinutes: 0, precision: .minute).shown(in: nil, utc: true)
    }

    private func percent(_ probability: Double) -> String { "\(Int((probability * 100).rounded())) %" }

    private static func style(_ milestone: Milestone) -> Style {
        switch milestone {
        case .delivered: .good
        case .held, .exportHeld, .importHeld, .exportRejected, .damaged, .lost, .deliveryFailed, .rolled: .warning
        default: .heading
        }
    }
}
