import Store
import Tracking

/// Finds the customs messages in parts that are about what was counted and are not complete.
struct IncompleteSetFinder {
    private struct Key: Hashable {
        var subject: Subject
        var message: String
        var filing: String
        var count: Int
    }

    private let session: ReadSession
    private var consignments: Set<Subject> = []
    private var parts: [Key: Set<Int>] = [:]

    init(_ session: ReadSession) {
        self.session = session
    }

    mutating func look(at situation: Situation, _ story: Story) throws {
        consignments.formUnion(story.customs.consignments)
        for fact in situation.facts {
            let paper = try situation.papers.first.flatMap { try session.subject(numbered: $0) }
            add(fact, of: paper ?? situation.stored.subject)
        }
    }

    /// A filing of its own, that is about a paper no parcel stands on.
    mutating func look(atPaper situation: Situation) {
        for fact in situation.facts { add(fact, of: situation.stored.subject) }
    }

    func found() throws -> [IncompleteSet] {
        var finder = self
        for consignment in consignments {
            guard let stored = try session.stored(consignment) else { continue }
            for fact in try session.situation(of: stored, keeping: IncompleteSet.names).facts {
                finder.add(fact, of: consignment)
            }
        }
        return finder.parts.compactMap { key, numbers in
            let missing = (1...key.count).filter { !numbers.contains($0) }
            // Wholly withdrawn: there is no such filing any more.
            guard !missing.isEmpty, !numbers.isEmpty else { return nil }
            return IncompleteSet(subject: key.subject, message: key.message, missing: missing, count: key.count)
        }
        .sorted { ($0.subject.code, $0.message, $0.count) < ($1.subject.code, $1.message, $1.count) }
    }

    private mutating func add(_ fact: Situation.Stated, of subject: Subject) {
        guard let part = IncompleteSet.part(fact.unit.map { "\(fact.name) \($0)" } ?? fact.name) else { return }
        let key = Key(subject: subject, message: part.message, filing: part.filing, count: part.count)
        // A part that was taken back is not here, and the set it belongs to is no less incomplete for it.
        if fact.value == "withdrawn" {
            parts[key, default: []].remove(part.number)
        } else {
            parts[key, default: []].insert(part.number)
        }
    }
}
