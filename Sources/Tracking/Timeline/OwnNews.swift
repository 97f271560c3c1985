/// The news of the subject's own numbers: which of it counts, which decides, and what it says of the pieces.
struct OwnNews {
    private let knowledge: Knowledge
    private let opening: Instant?
    /// When the journey under each last-mile number ended.
    private let ends: [Subject: Instant]
    private(set) var lines: [Line] = []
    private(set) var pieces: Pieces?

    /// News of a last-mile number so many days after it delivered is about its next parcel.
    private static let longestAftermath: Int64 = 60

    init(_ knowledge: Knowledge, opening: Instant?, rule: StatusRule) {
        self.knowledge = knowledge
        self.opening = opening
        ends = Self.ends(knowledge, opening)
        lines = knowledge.ownNumbers.map { line(knowledge.events[$0.number], $0.number, $0.membership) }
        holdBackPieces(rule)
    }

    /// When the subject's own news shows that it is in no container any more.
    var endOfCarriage: Instant? {
        knowledge.ownNumbers.lazy.filter { number, membership in
            let event = knowledge.events[number]
            guard event.isActual, membership.speaksForSubject, counts(event, membership) else { return false }
            return event.milestone.endsCarriage || event.milestone == .stripped
                || (event.milestone.beginsLastMile && event.country.map { $0 != "CN" } ?? (membership.isLaterLeg))
        }
        .map { knowledge.events[$0.number].latest }.min()
    }

    private func line(_ event: ReadEvent, _ number: Int, _ membership: Membership) -> Line {
        let counts = counts(event, membership)
        var line = Line(
            number: number, read: event, path: nil,
            decides: counts && membership.speaksForSubject && event.milestone != .unmapped, shown: counts,
            isLaterLeg: membership.isLaterLeg || membership.role == .lineHaul)
        line.isOnReturn = membership.role == .return
        return line
    }

    private func counts(_ event: ReadEvent, _ membership: Membership) -> Bool {
        guard membership.contains(event), Self.hasBegun(event, membership, opening) else { return false }
        return ends[event.event.subject].map { event.at <= $0.plus(days: Self.longestAftermath) } ?? true
    }

    /// A return may begin before the last mile, in the country of export; then somebody told of its number.
    private static func hasBegun(_ event: ReadEvent, _ membership: Membership, _ opening: Instant?) -> Bool {
        switch membership.role {
        case .lastMile: opening.map { event.latest >= $0 } ?? false
        case .return: [opening, membership.since].compactMap { $0 }.contains { event.latest >= $0 }
        default: true
        }
    }

    private static func ends(_ knowledge: Knowledge, _ opening: Instant?) -> [Subject: Instant] {
        var ends: [Subject: Instant] = [:]
        for (number, membership) in knowledge.ownNumbers where membership.role == .lastMile {
            let event = knowledge.events[number]
            guard event.isActual, event.milestone.isEnd, membership.contains(event),
                hasBegun(event, membership, opening)
            else { continue }
            ends[event.event.subject] = min(ends[event.event.subject] ?? event.latest, event.latest)
        }
        return ends
    }

    /// While a piece is on its way, the delivery of another says nothing of the whole.
    private mutating func holdBackPieces(_ rule: StatusRule) {
        let shown = Set(lines.lazy.filter(\.shown).map(\.read.event.subject))
        let members = knowledge.identity.members.filter { $0.value.role == .lastMile }
        // A number of a former journey is no piece of this one.
        let lastMile = Set(members.keys.filter { members[$0]?.until == nil || shown.contains($0) })
        guard lastMile.count > 1 else { return }
        let claims = knowledge.dossier.aliases.filter { lastMile.contains($0.alias) }
        let news = lines.filter { lastMile.contains($0.read.event.subject) }
        pieces = Pieces(news, claims: claims, rule: rule)
        for index in lines.indices where pieces?.delivered.contains(lines[index].read.event.subject) ?? false {
            lines[index].decides = false
        }
    }
}
