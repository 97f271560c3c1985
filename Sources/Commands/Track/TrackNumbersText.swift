import Store
import Terminal
import Tracking

/// Says which other numbers a thing goes by, and what goes by the number that was asked.
struct TrackNumbersText {
    let track: TrackText

    func lines(_ answer: TrackAnswer) -> [String] {
        alsoKnownAs(answer.timeline) + sharers(answer) + sameCode(answer)
    }

    private func alsoKnownAs(_ timeline: Timeline?) -> [String] {
        // The same digits with and without who issued them are one number to a reader.
        let numbers =
            timeline.map { timeline in
                timeline.numbers.filter { $0.isShared || $0.subject.code != timeline.subject.code }.map(name)
            } ?? []
        return numbers.isEmpty ? [] : ["also known as " + numbers.joined(separator: ", ")]
    }

    private func name(_ number: TimelineNumber) -> String {
        var name = "\(number.role.rawValue) \(SafeText.show(number.subject.code))"
        if let issuer = number.subject.identifier.issuer { name += " of \(SafeText.show(issuer))" }
        var remarks: [String] = []
        if number.isShared { remarks.append("shared with others") }
        if let until = number.until {
            let day = EventTime(until, offsetMinutes: 0, precision: .day).shown(in: nil, utc: true)
            remarks.append("until \(day)")
        }
        return remarks.isEmpty ? name : name + " (\(remarks.joined(separator: "; ")))"
    }

    /// A number of several speaks for none of them alone, so each stands with its own news.
    private func sharers(_ answer: TrackAnswer) -> [String] {
        guard let kind = answer.standsFor.first?.subject.kind.rawValue else { return [] }
        let role = answer.askedAs.map { "\($0.rawValue) number" } ?? "number"
        let count = answer.standsFor.count
        let atLeast = count >= ReadSession.mostOwners ? "at least " : ""
        let rows = answer.standsFor.map { sharer in
            [
                SafeText.show(sharer.subject.code),
                sharer.status?.milestone.name(track.language) ?? "no news",
                sharer.status?.place.map(track.name) ?? "",
                sharer.status.map { track.shown($0.time, at: $0.place) } ?? "",
            ]
        }
        return ["\(role) of \(atLeast)\(count) \(kind)s:"] + Columns.aligned(rows).map { "  " + $0 }
    }

    private func sameCode(_ answer: TrackAnswer) -> [String] {
        guard !answer.found.others.isEmpty else { return [] }
        let others = answer.found.others.map { "\($0.subject.kind.rawValue) \(SafeText.show($0.subject.description))" }
        return ["the same number is also that of " + others.joined(separator: ", ")]
    }
}
