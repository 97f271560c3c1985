import Store
import Tracking

/// Finds the customs messages in parts that are about what was counted and are not complete.
struct IncompleteSetFinder {
    private struct Key: Hashable {
        var subject: Subject
        var message: String
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
        for fact in situation.facts where IncompleteSet.names(fact.name) {
            let paper = try situation.papers.first.flatMap { try session.subject(numbered: $0) }
            add(fact.name, of: paper ?? situation.stored.subject)
        }
    }

    func found() throws -> [IncompleteSet] {
        var finder = self
        for consignment in consignments {
            guard let stored = try session.stored(consignment) else { continue }
            for fact in try session.facts(of: stored) { finder.add(fact.name, of: consignment) }
        }
        return finder.parts.compactMap { key, numbers in
            let missing = (1...key.count).filter { !numbers.contains($0) }
            guard !missing.isEmpty else { return nil }
            return IncompleteSet(subject: key.subject, message: key.message, missing: missing, count: key.count)
        }
        .sorted { ($0.subject.code, $0.message, $0.count) < ($1.subject.code, $1.message, $1.count) }
    }

    private mutating func add(_ name: String, of subject: Subject) {
        guard let part = IncompleteSet.part(name) else { return }
        parts[Key(subject: subject, message: part.message, count: part.count), default: []].insert(part.number)
    }
}
