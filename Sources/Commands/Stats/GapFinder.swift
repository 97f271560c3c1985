import Store
import Tracking

/// Finds what should have been said and was not, one subject after another.
struct GapFinder {
    let period: Period?
    private(set) var found: [Gap] = []
    private var papers: Set<Int64> = []

    init(period: Period?) {
        self.period = period
    }

    /// - Parameter isListed: whether any customs list is known, if only by its number in a table.
    mutating func look(at situation: Situation, _ story: Story, isListed: Bool, _ session: ReadSession) throws {
        let customs = story.customs
        if let released = customs.releasedAt, customs.departedAt == nil {
            add(.releasedNotDeparted, situation, story, released)
        }
        if let departed = customs.departedAt {
            if !customs.hasDepartureMessage { add(.departedWithoutMessage, situation, story, departed) }
            if customs.hasDepartureMessage && story.containers.isEmpty {
                add(.messageWithoutContainer, situation, story, departed)
            }
        }
        if !story.containers.isEmpty && !isListed {
            add(.containerWithoutList, situation, story, customs.departedAt)
        }
        for position in customs.unanswered where situation.own.indices.contains(position) {
            let id = situation.own[position]
            guard papers.insert(id).inserted, let paper = try session.subject(numbered: id) else { continue }
            add(.declaredWithoutReceipt, paper, situation, story, customs.declaredAt)
        }
    }

    /// The same for a list that holds no parcel.
    mutating func look(atPaper stored: StoredSubject, _ situation: Situation, _ story: Story) {
        guard !story.customs.unanswered.isEmpty, papers.insert(stored.id).inserted else { return }
        add(.declaredWithoutReceipt, stored.subject, situation, story, story.customs.declaredAt)
    }

    private mutating func add(_ kind: Gap.Kind, _ situation: Situation, _ story: Story, _ since: EventTime?) {
        add(kind, situation.stored.subject, situation, story, since)
    }

    /// What has no day is in every period: it is not known to be in another.
    private mutating func add(
        _ kind: Gap.Kind, _ subject: Subject, _ situation: Situation, _ story: Story, _ since: EventTime?
    ) {
        if let period, let since, !period.contains(since) { return }
        found.append(
            Gap(
                kind: kind, subject: subject, since: since, consignor: situation.fact("consignor_ref"),
                containers: story.containers))
    }
}
