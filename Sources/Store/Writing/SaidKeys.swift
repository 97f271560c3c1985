import Tracking

/// What a message says, as the keys of rows: enough to tell whether another says the same.
struct SaidKeys {
    private struct LinkKey: Hashable {
        var child: Int64
        var parent: Int64
        var basis: Int64
        var order: [Int64]
    }

    private struct AliasKey: Hashable {
        var subject: Int64
        var alias: Int64
        var role: AliasRole
    }

    private struct FactKey: Hashable {
        var subject: Int64
        var form: String
        var values: String
    }

    private var events: Set<EventRow.Key> = []
    private var links: Set<LinkKey> = []
    private var aliases: Set<AliasKey> = []
    private var facts: Set<FactKey> = []
    private(set) var parcels: Set<Subject> = []

    mutating func add(_ item: ReportedItem, _ session: WriteSession) throws {
        for event in item.events where !event.retracted {
            events.insert(try EventRow(event, subject: session.subjectID(event.subject), terms: session.terms).whole)
        }
        for link in item.links where !link.retracted { links.insert(Self.key(try LinkRow(link, session))) }
        for alias in item.aliases { aliases.insert(try Self.key(alias, session)) }
        for (subject, stated) in Statement.gathered(item.facts) {
            facts.insert(FactKey(subject: try session.subjectID(subject), form: stated.form, values: stated.values))
        }
        parcels.formUnion(Self.parcels(of: item))
    }

    func contains(_ event: EventRow) -> Bool { events.contains(event.whole) }
    func contains(_ link: LinkRow) -> Bool { links.contains(Self.key(link)) }

    func contains(_ alias: ReportedAlias, _ session: WriteSession) throws -> Bool {
        aliases.contains(try Self.key(alias, session))
    }

    func contains(_ stated: Statement, of subject: Int64) -> Bool {
        facts.contains(FactKey(subject: subject, form: stated.form, values: stated.values))
    }

    /// The parcels that an item names; another number of one is not another parcel.
    static func parcels(of item: ReportedItem) -> [Subject] {
        let named = item.events.map(\.subject) + item.links.map(\.child) + item.facts.map(\.subject)
        return (named + item.aliases.map(\.subject)).filter { $0.kind == .parcel }
    }

    private static func key(_ row: LinkRow) -> LinkKey {
        LinkKey(child: row.child, parent: row.parent, basis: row.basis, order: row.order)
    }

    private static func key(_ alias: ReportedAlias, _ session: WriteSession) throws -> AliasKey {
        AliasKey(
            subject: try session.subjectID(alias.subject), alias: try session.subjectID(alias.alias), role: alias.role)
    }
}
