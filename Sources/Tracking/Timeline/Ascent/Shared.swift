/// What is true of a subject whichever of several containers it is in.
struct Shared {
    let found: Ascent.Found

    /// What happened to each of them in its own time: to all it had happened when it happened to the last.
    private struct Happened: Hashable {
        var milestone: Milestone
        var classifier: EventClassifier
        var place: String?
        var country: String?
        var load: Load?

        init?(_ event: ReadEvent) {
            guard event.milestone != .position, event.milestone != .unmapped else { return nil }
            milestone = event.milestone
            classifier = event.event.classifier
            place = event.place?.code ?? event.event.place?.text
            country = place == nil ? event.country : nil
            load = event.event.load == .empty ? .empty : nil
        }
    }

    private struct First {
        var number: Int
        var path: Ascent.Path
    }

    /// Several tell of one happening within twelve hours.
    private static let sameHappening: Int64 = 12 * 3_600_000

    init(_ alternatives: [Ascent.Alternative], _ knowledge: Knowledge) {
        guard let first = alternatives.first else {
            found = Ascent.Found()
            return
        }
        var found = alternatives.dropFirst().reduce(first.found) { $0.shared(with: $1.found) }
        if alternatives.count > 1 {
            let firsts = alternatives.map { Self.firsts($0.found, knowledge) }
            for happened in firsts[0].keys where firsts.allSatisfy({ $0[happened] != nil }) {
                Self.add(happened, firsts.compactMap { $0[happened] }, alternatives, knowledge, to: &found)
            }
        }
        self.found = found
    }

    private static func firsts(_ found: Ascent.Found, _ knowledge: Knowledge) -> [Happened: First] {
        var firsts: [Happened: First] = [:]
        for (number, path) in found.paths {
            guard let happened = Happened(knowledge.events[number]) else { continue }
            if let known = firsts[happened], known.number <= number { continue }
            firsts[happened] = First(number: number, path: path)
        }
        return firsts
    }

    private static func add(
        _ happened: Happened, _ firsts: [First], _ alternatives: [Ascent.Alternative], _ knowledge: Knowledge,
        to found: inout Ascent.Found
    ) {
        guard let last = firsts.indices.max(by: { firsts[$0].number < firsts[$1].number }),
            Set(firsts.map(\.number)).count > 1
        else { return }
        let weakest = firsts.map(\.path).reduce(firsts[last].path) { $1.isBetter(than: $0) ? $0 : $1 }
        let at = knowledge.events[firsts[last].number].at
        for (number, _) in alternatives[last].found.paths where number >= firsts[last].number {
            let event = knowledge.events[number]
            guard event.at.distance(from: at) <= sameHappening, Happened(event) == happened else { continue }
            found.add(weakest, for: number)
        }
    }
}
