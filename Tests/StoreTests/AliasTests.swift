import TestSupport
import Testing
import Tracking

@testable import Store

/// What is gathered for one number is gathered for all numbers of the same thing.
struct AliasTests {
    private let shelf: Shelf
    private static let order = Subject(.parcel, .number, "SO-1")
    private static let label = Subject(.parcel, .number, "0034", issuer: "DHL")
    private static let bill = Subject(.consignment, .number, "BILL-1")
    private static let billToo = Subject(.consignment, .number, "BILL-1", issuer: "line")

    init() throws {
        shelf = try Shelf()
    }

    private func take(_ items: [ReportedItem], _ name: String, hour: Int = 0) throws {
        try shelf.take(Sample.message(name, at: Sample.instant(hour)), items)
    }

    private func dossier(of subject: Subject) throws -> Dossier {
        try StoreReader(path: shelf.path).read { session in
            let stored = try #require(try session.stored(subject))
            return try session.dossier(of: stored)
        }
    }

    private func alias(_ alias: Subject, _ role: AliasRole, of subject: Subject) -> ReportedItem {
        Sample.item(aliases: [ReportedAlias(subject: subject, alias: alias, role: role)])
    }

    @Test func anyNumberGathersTheSame() throws {
        try take([alias(Self.order, .order, of: Sample.parcel)], "shop")
        try take([alias(Self.label, .lastMile, of: Self.order)], "hub")
        try take([Sample.item([Sample.event(1, subject: Self.label)])], "dhl")
        try take([Sample.item(links: [ReportedLink(child: Self.order, parent: Self.bill)])], "customs")
        try take([alias(Self.billToo, .lineHaul, of: Self.bill)], "line")
        try take([Sample.item([Sample.event(2, milestone: .departed, subject: Self.billToo)])], "line-a")
        for subject in [Sample.parcel, Self.order, Self.label] {
            let dossier = try dossier(of: subject)
            #expect(Set(dossier.events.map(\.subject)) == [Self.label, Self.billToo], "\(subject)")
            #expect(dossier.links.map(\.parent) == [Self.bill])
            #expect(Set(dossier.aliases.map(\.role)) == [.order, .lastMile, .lineHaul])
        }
    }

    @Test func aCycleOfNumbersEnds() throws {
        try take([alias(Self.order, .order, of: Sample.parcel)], "a")
        try take([alias(Sample.parcel, .lineHaul, of: Self.order)], "b")
        try take([Sample.item([Sample.event(1, subject: Self.order)])], "c")
        #expect(try dossier(of: Sample.parcel).events.count == 1)
        #expect(try dossier(of: Self.order).events.count == 1)
    }

    @Test func whoElseIsInAnOrderIsKnownWithoutReadingThemAll() throws {
        let parcels = (0..<600).map { Subject(.parcel, .number, "P\($0)") }
        try take(parcels.map { alias(Self.order, .order, of: $0) }, "shop")
        try take(parcels.map { Sample.item([Sample.event(1, subject: $0)]) }, "hub")
        try StoreReader(path: shelf.path).read { session in
            let parcel = try #require(try session.stored(parcels[599]))
            let dossier = try session.dossier(of: parcel)
            #expect(dossier.events.map(\.subject) == [parcels[599]], "the others' news is not its own")
            #expect(dossier.aliases.count < 20)
            let order = try #require(try session.stored(Self.order))
            #expect(try session.principals(of: order).count == ReadSession.mostOwners)
            #expect(try session.dossier(of: order).events.isEmpty)
        }
    }

    @Test func anAliasThatIsNotYetBelievedJoinsNothing() throws {
        try take([Sample.item([Sample.event(1, subject: Self.order)])], "hub")
        try take([alias(Self.order, .order, of: Sample.parcel)], "shop", hour: 5)
        try StoreReader(path: shelf.path).read(asOf: Sample.instant(1)) { session in
            let order = try #require(try session.stored(Self.order))
            #expect(try session.principals(of: order).map(\.subject) == [Self.order])
        }
    }
}
