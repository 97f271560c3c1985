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
            line += "  by " + carrier(status.subject, timeline.split)
            if let basis = status.basis { line += ", \(basis.rawValue)" }
            if status.basis == .inferred { line += " " + Belief.text(status.probability) }
        }
        return line
    }

    /// What all containers of a consignment have behind them is no news of the one that came last.
    private func carrier(_ subject: Subject, _ split: Split?) -> String {
        guard let split, split.speaksForAll(subject) else {
            return "\(subject.kind.rawValue) \(SafeText.show(subject.code))"
        }
        return "all \(split.positions.count) containers of \(SafeText.show(split.consignment.code))"
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
        notes += timeline.split.map(SplitText(track: self).lines) ?? []
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
        notes += BeliefText().lines(timeline)
        notes += Interruption.all(in: timeline).map(InterruptionText(track: self).line)
        notes += timeline.conflicts.flatMap(conflict)
        // Its own papers, not those that it merely stands on: a parcel of a half-filed bill is not half-filed.
        let own = timeline.facts.filter { $0.subject == timeline.subject }
        notes += SplitSet.all(in: own).map(SplitSetText().line)
        return notes
    }

    /// What cannot be true in one line, and below it who says what.
    private func conflict(_ conflict: Conflict) -> [String] {
        let sides = conflict.sides.map { side in
            "  message \(side.message), \(SafeText.show(side.source)): \(SafeText.show(side.says))"
        }
        return [palette.paint("conflict: ", .bad) + SafeText.show(conflict.reason)]
            + sides.map { palette.paint($0, .quiet) }
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
                BeliefText().basis(of: link) + remark(link), period(link),
                SafeText.show(link.link.source), "message \(link.link.message)",
            ]
        }
        // A stay that one scan begins and another ends is two claims of one thing.
        let shown = rows.enumerated().filter { index, row in !rows[..<index].contains(row) }.map(\.element)
        return [""] + Columns.aligned(shown).map { "  " + palette.paint($0, .quiet) }
    }

    private func remark(_ link: TimelineLink) -> String {
        if link.denied { return ", denied" }
        if link.outrankedBy != nil { return ", outranked" }
        if link.inConflict { return ", in conflict" }
        return link.confirmed ? "" : ", not confirmed"
    }

    /// The days between which the link held, where that is more than how long such a journey may last.
    private func period(_ link: TimelineLink) -> String {
        let isTold = link.link.from != nil || link.link.until != nil || link.link.parent.kind == .wagon
        guard link.carries, isTold, let from = link.from, let until = link.until else { return "" }
        return "\(day(from)) to \(day(until))"
    }

    private func day(_ instant: Instant) -> String {
        EventTime(instant, offsetMinutes: 0, precision: .day).shown(in: nil, utc: true)
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

    private static func style(_ milestone: Milestone) -> Style {
        switch milestone {
        case .delivered: .good
        case .held, .exportHeld, .importHeld, .exportRejected, .damaged, .lost, .deliveryFailed, .rolled: .warning
        default: .heading
        }
    }
}
