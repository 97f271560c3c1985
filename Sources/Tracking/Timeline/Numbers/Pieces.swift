/// How many of the pieces are delivered that one parcel became at the hub.
public struct Pieces: Hashable, Sendable {
    /// The last-mile numbers of the pieces that are delivered.
    public var delivered: [Subject]
    /// The last-mile numbers of those that are not, by any news.
    public var open: [Subject]

    public var count: Int { delivered.count + open.count }
}

extension Pieces {
    /// Judges the last-mile numbers of one carrier; nil where no piece keeps a delivered one waiting.
    ///
    /// A second number of one carrier is either a second piece or a new label of the same. It is a new label when
    /// another message brought it and nobody has scanned the old one since the new one was first scanned; a parcel
    /// may be delivered under its new label. Numbers of different carriers follow each other and wait for nobody.
    init?(_ lines: [Line], claims: [Alias], rule: StatusRule) {
        let news = Dictionary(grouping: lines.filter(\.shown).sorted { $0.number < $1.number }) {
            $0.read.event.subject
        }
        let ended = Set(news.keys.filter { Self.isDelivered(news[$0] ?? [], rule) })
        let open = Set(claims.map(\.alias)).union(news.keys).subtracting(ended).filter { number in
            let same = ended.filter { Self.isSameCarrier($0, number) }
            return !same.isEmpty && !Self.isOver(news[number] ?? [])
                && same.allSatisfy { !Self.isReplaced(number, by: $0, news, claims) }
        }
        guard !open.isEmpty else { return nil }
        delivered = ended.filter { piece in open.contains { Self.isSameCarrier(piece, $0) } }.sorted { $0.precedes($1) }
        self.open = open.sorted { $0.precedes($1) }
    }

    private static func isDelivered(_ lines: [Line], _ rule: StatusRule) -> Bool {
        rule.deciding(lines).map { lines[$0].read.milestone == .delivered } ?? false
    }

    private static func isSameCarrier(_ left: Subject, _ right: Subject) -> Bool {
        left.scheme == right.scheme && left.identifier.issuer == right.identifier.issuer
    }

    private static func isReplaced(
        _ old: Subject, by new: Subject, _ lines: [Subject: [Line]], _ claims: [Alias]
    ) -> Bool {
        func messages(_ number: Subject) -> Set<MessageID> {
            Set(claims.lazy.filter { $0.alias == number }.map(\.message))
        }
        guard messages(old).isDisjoint(with: messages(new)) else { return false }
        func scans(_ number: Subject) -> [Instant] {
            (lines[number] ?? []).filter { $0.read.isActual && $0.read.milestone.isPhysical }.map(\.read.at)
        }
        guard let last = scans(old).max(), let first = scans(new).min() else { return true }
        return last <= first
    }

    /// Relabelled or cancelled, the number is no piece any more.
    private static func isOver(_ lines: [Line]) -> Bool {
        let last = lines.filter(\.read.isActual).max { $0.number < $1.number }
        return last.map { $0.read.milestone == .relabelled || $0.read.milestone == .cancelled } ?? false
    }
}
