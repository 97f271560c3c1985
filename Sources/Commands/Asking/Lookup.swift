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
        /// Other subjects of the same code.
        var others: [StoredSubject]

        /// The scheme of what was found, or else the one that the form of the number tells.
        var scheme: Scheme? { stored?.subject.scheme ?? candidates.first { $0.isTelling }?.scheme }

        /// The check digit of the number as typed, under that scheme.
        var checkDigit: CheckDigit {
            guard let scheme else { return .none }
            return candidates.first { $0.scheme == scheme }?.checkDigit ?? .none
        }
    }

    /// What people usually mean, first.
    private static let order: [SubjectKind] = [
        .parcel, .container, .bag, .consignment, .train, .declaration, .wagon, .vehicle,
    ]

    let session: ReadSession

    func find(_ code: String) throws -> Found {
        var found: [StoredSubject] = []
        for candidate in IdentifierSchemes.candidates(forLookup: code) {
            if let stored = try session.stored(candidate), !found.contains(stored) { found.append(stored) }
        }
        for spelling in Set([code, code.uppercased()]).sorted() {
            for stored in try session.subjects(code: spelling) where !found.contains(stored) { found.append(stored) }
        }
        if found.isEmpty, let latest = try session.trains(number: code.uppercased()).first { found = [latest] }
        found.sort { Self.rank($0.subject.kind) < Self.rank($1.subject.kind) }
        let stored = try found.first.map(primary)
        return Found(
            code: code, candidates: IdentifierSchemes.identify(code), stored: stored,
            others: found.filter { $0 != stored && $0 != found.first })
    }

    /// The subject that another number stands for: an alias finds the one timeline of its subject.
    private func primary(_ stored: StoredSubject) throws -> StoredSubject {
        let owners = Set(try session.aliases(of: stored).filter { $0.alias == stored.subject }.map(\.subject))
        // An order may hold several parcels; then the number speaks for none of them alone.
        guard owners.count == 1, let owner = owners.first else { return stored }
        return try session.stored(owner) ?? stored
    }

    private static func rank(_ kind: SubjectKind) -> Int {
        order.firstIndex(of: kind) ?? order.count
    }
}
