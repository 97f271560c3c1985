import Store
import Terminal
import Tracking

/// Finds what a text may mean: numbers, references, places.
struct Finder {
    /// What was found.
    struct Findings {
        var rows: [FoundRow] = []
        /// Whether there are more numbers or references than were asked for.
        var hasMore = false
        var places: [PlaceFindings] = []
        /// Known numbers that differ by one slip of the hand, where nothing else was found.
        var suggestions: [Subject] = []

        var isEmpty: Bool { rows.isEmpty && places.allSatisfy { $0.count == 0 } }
    }

    /// Walks through everything, while the connection of `session` is busy with the answer.
    let walker: StoreReader
    let session: ReadSession
    /// What was known then; nil for now.
    let asOf: Instant?
    let places: Places
    let now: Instant
    let limit: Int
    /// Whether customers' references are looked through although a number was found.
    var looksAtReferences = false

    /// - Parameters:
    ///   - text: as typed.
    ///   - part: the same as part of a number; nil where it can be none.
    ///   - named: the places it may mean.
    func find(_ text: String, _ part: NumberPart?, places named: [Place]) throws -> Findings {
        var findings = Findings()
        if let part { try findNumbers(text, part, &findings) }
        if !named.isEmpty {
            findings.places = try PlaceFinder(session: session, places: places, now: now, limit: limit).find(named)
        }
        if part?.isLongEnough == true, looksAtReferences || findings.isEmpty {
            try findReferences(text, &findings)
        }
        if let part, findings.isEmpty, named.isEmpty { findings.suggestions = try suggestions(text, part) }
        return findings
    }

    // MARK: - Numbers

    /// The whole number first, then the part at the beginning, at the end, inside; of these the latest known first.
    private func findNumbers(_ text: String, _ part: NumberPart, _ findings: inout Findings) throws {
        var found: [(stored: StoredSubject, position: NumberPart.Position)] = []
        var seen: Set<Int64> = []
        func take(_ stored: StoredSubject, _ position: NumberPart.Position) throws {
            guard seen.insert(stored.id).inserted, try session.isToldOf(stored) else { return }
            found.append((stored, position))
        }
        for stored in try known(text) { try take(stored, .whole) }
        // One more than is shown tells whether there are more. Of those found few may be known, as after an undone paper.
        var most = limit + 1
        var last: Int64?
        repeat {
            let ids = try walker.subjects(containing: part, atMost: most, before: last)
            for id in ids {
                guard found.count <= limit, let stored = try session.subject(id) else { break }
                try take(stored, part.position(in: stored.subject.code) ?? .inside)
            }
            last = ids.count == most ? ids.last : nil
            most *= 8
        } while last != nil && found.count <= limit
        findings.hasMore = found.count > limit
        let ordered = found.enumerated().sorted {
            ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }
        findings.rows = try ordered.prefix(limit).map { try row($0.element.stored, .number($0.element.position)) }
    }

    private func known(_ text: String) throws -> [StoredSubject] {
        let found = try Lookup(session: session).find(text)
        return (found.asked ?? found.stored).map { [$0] + found.others } ?? []
    }

    private func row(_ stored: StoredSubject, _ match: FoundRow.Match) throws -> FoundRow {
        let owners = try session.principals(of: stored)
        let principal = owners.count == 1 ? owners[0] : stored
        let timeline = Timeline(try session.dossier(of: principal)) { places.place(for: $0) }
        let role = timeline.sharedAs ?? timeline.numbers.first { $0.subject == stored.subject }?.role
        return FoundRow(
            code: stored.subject.code, subject: stored.subject, role: role,
            owners: owners.map(\.subject).filter { $0 != stored.subject }, status: timeline.status,
            expected: timeline.expected.first, match: match)
    }

    // MARK: - References

    private func findReferences(_ text: String, _ findings: inout Findings) throws {
        let room = limit - findings.rows.count
        let references = try walker.references(containing: text, limit: room + 1, asOf: asOf)
        if references.count > room { findings.hasMore = true }
        for reference in references.prefix(room) {
            let match = FoundRow.Match.reference(name: reference.name)
            if reference.subjects == 1 {
                var row = try row(reference.first, match)
                if row.owners.isEmpty, let subject = row.subject { row.owners = [subject] }
                (row.code, row.subject) = (reference.value, nil)
                findings.rows.append(row)
            } else {
                findings.rows.append(FoundRow(code: reference.value, bearers: reference.subjects, match: match))
            }
        }
    }

    // MARK: - Suggestions

    /// More than these are no suggestion.
    private static let mostSuggestions = 5

    /// Whoever typed less than this meant a part of a number.
    private static let shortestWhole = 7

    /// Numbers that messages named and that differ from what was typed in one character, or by an exchange of two. They
    /// are for a person to compare with the paper: a check digit may fit several of them.
    private func suggestions(_ text: String, _ part: NumberPart) throws -> [Subject] {
        guard part.text.count >= Self.shortestWhole, part.text.count <= 40 else { return [] }
        var found: [Subject] = []
        for code in part.oneEditAway.sorted() {
            for stored in try session.subjects(code: code) where try session.isToldOf(stored) {
                if !found.contains(where: { $0.code == stored.subject.code }) { found.append(stored.subject) }
            }
            if found.count >= Self.mostSuggestions { break }
        }
        return found
    }
}
