import Store
import Tracking

/// Counts what went in a period. A pure reckoning over what a session tells; each parcel once, whatever numbers it has.
struct StatsTally {
    let session: ReadSession
    let places: Places
    var period: Period?
    var basis = StatsBasis.departed
    var dimensions: [StatsDimension] = []

    /// What came of it.
    struct Result {
        var groups: [[String?]: StatsFigures] = [:]
        var total = StatsFigures()
        /// Parcels outside the count because the day that decides is not known.
        var undated = 0
        var gaps: [Gap] = []
        var incomplete: [IncompleteSet] = []
    }

    func result() throws -> Result {
        var result = Result()
        let book = StoryBook(session, places)
        var gaps = GapFinder(period: period)
        var sets = IncompleteSetFinder(session)
        try session.forEach(.parcel) { stored in
            let situation = try session.situation(of: stored) {
                StatsEntry.takes($0) || IncompleteSet.names($0)
            }
            guard situation.isKnown else { return true }
            let story = try book.story(of: situation)
            let lists = try lists(of: situation)
            try gaps.look(at: situation, story, isListed: !lists.isEmpty, session)
            guard counts(story, &result) else { return true }
            let entry = StatsEntry(situation, lists: lists)
            result.total.add(entry)
            result.groups[dimensions.map { $0.value(situation) }, default: StatsFigures()].add(entry)
            try sets.look(at: situation, story)
            return true
        }
        try addBareLists(book, &gaps, &sets, &result)
        result.gaps = gaps.found
        result.incomplete = try sets.found()
        return result
    }

    private func counts(_ story: Story, _ result: inout Result) -> Bool {
        guard let period else { return true }
        guard let time = basis.time(story.customs) else {
            result.undated += 1
            return false
        }
        return period.contains(time)
    }

    /// Receipts may come before their lists; such a list holds no parcel yet, and is one all the same.
    private func addBareLists(
        _ book: StoryBook, _ gaps: inout GapFinder, _ sets: inout IncompleteSetFinder, _ result: inout Result
    ) throws {
        try session.forEach(.declaration) { stored in
            guard try !session.holdsAnything(stored) else { return true }
            let situation = try session.situation(of: stored) {
                StatsEntry.takes($0) || IncompleteSet.names($0)
            }
            guard situation.isKnown else { return true }
            sets.look(atPaper: situation)
            let story = try book.story(of: situation)
            gaps.look(atPaper: stored, situation, story)
            guard story.customs.isExportPaper,
                period.map({ basis.time(story.customs).map($0.contains) ?? false }) ?? true
            else { return true }
            result.total.add(.subject(stored.id))
            result.groups[dimensions.map { $0.value(situation) }, default: StatsFigures()].add(.subject(stored.id))
            return true
        }
    }

    /// The lists a parcel stands on: those that messages describe, and the number that a table gives, which may be one
    /// of them.
    private func lists(of situation: Situation) throws -> Set<StatsFigures.List> {
        var lists = Set(try situation.papers.flatMap { try session.principals(of: $0) }.map(StatsFigures.List.subject))
        guard let number = situation.fact("customs_list") else { return lists }
        let known = try session.subjects(code: number).filter { $0.subject.kind == .declaration }
        let principals = try known.flatMap { try session.principals(of: $0.id) }
        lists.formUnion(principals.map(StatsFigures.List.subject))
        if principals.isEmpty { lists.insert(.number(number)) }
        return lists
    }
}
