import Store
import Tracking

/// What a code that a person typed names in the database.
struct Lookup {
    /// A code and what was found.
    struct Found {
        /// As typed.
        var code: String
        /// What the number may be by its form, the most likely first; empty for a number of no known scheme.
        var candidates: [IdentifierCandidate]
        /// The subject that the answer is about; nil when no message named the code.
        var stored: StoredSubject?
        /// The number that was found by the code, where it is another number of `stored`.
        var asked: StoredSubject?
        /// Other subjects of the same code that are something else.
        var others: [StoredSubject]

        /// The scheme of what was found, or else the one that the form of the number tells.
        var scheme: Scheme? { stored?.subject.scheme ?? candidates.first { $0.isTelling }?.scheme }

        /// The check digit of the number as typed, under that scheme.
        var checkDigit: CheckDigit {
            guard let scheme = asked?.subject.scheme ?? scheme else { return .none }
            return candidates.first { $0.scheme == scheme }?.checkDigit ?? .none
        }
    }

    /// What people usually mean, first.
    private static let order: [SubjectKind] = [
        .parcel, .container, .bag, .consignment, .train, .declaration, .wagon, .vehicle,
    ]

    let session: ReadSession

    func find(_ code: String) throws -> Found {
        let numbers = try subjects(code).map { (number: $0, stands: try session.principals(of: $0)) }
        let first = numbers.first
        // A number that several share speaks for none of them alone: it is answered for itself.
        let stored = first.map { $0.stands.count == 1 ? $0.stands[0] : $0.number }
        let others = numbers.dropFirst().filter { other in !other.stands.contains { $0 == stored } }
        return Found(
            code: code, candidates: IdentifierSchemes.identify(code), stored: stored,
            asked: first?.number == stored ? nil : first?.number, others: others.map(\.number))
    }

    /// Everything that goes by the code, what people usually mean first; of one kind the bare number before one that
    /// somebody issued.
    private func subjects(_ code: String) throws -> [StoredSubject] {
        var found: [StoredSubject] = []
        for candidate in IdentifierSchemes.candidates(forLookup: code) {
            if let stored = try session.stored(candidate), !found.contains(stored) { found.append(stored) }
        }
        for spelling in Set([code, code.uppercased()]).sorted() {
            for stored in try session.subjects(code: spelling) where !found.contains(stored) { found.append(stored) }
        }
        found = try found.filter(session.isNamed)
        if found.isEmpty {
            found = try session.trains(number: code.uppercased()).first(where: session.isNamed).map { [$0] } ?? []
        }
        return found.enumerated().sorted { left, right in
            let ranks = (Self.rank(left.element.subject.kind), Self.rank(right.element.subject.kind))
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
        }
        .map(\.element)
    }

    private static func rank(_ kind: SubjectKind) -> Int {
        order.firstIndex(of: kind) ?? order.count
    }
}
