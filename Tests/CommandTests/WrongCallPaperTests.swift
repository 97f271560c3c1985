import Foundation
import Store
import TestSupport
import Testing
import Tracking

/// The answers that make a dispatcher call the wrong person: local numbers, customs papers, days, and trucks.
struct WrongCallPaperTests {
    private static let box = WrongCallTests.box
    private static let train = WrongCallTests.train
    private static let parcel = Subject(.parcel, Scheme(rawValue: "yunexpress"), Corridor.parcel)
    private static let label = Subject(.parcel, .number, "00340434161094000001", issuer: "DHL")
    private static let list = Subject(.declaration, .number, "COP-1", issuer: "agent")
    private static let filed = Subject(.declaration, .number, "INVT-1")
    private static let bill = Subject(.consignment, .number, "297-29391964")

    private let counter: Counter

    init() throws {
        counter = try Counter()
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-21T15:00Z")
    }

    private func milestone(_ code: String = Corridor.parcel) throws -> String? {
        try counter.status(code)?["milestone"] as? String
    }

    private func text(_ code: String = Corridor.parcel, at now: String = "2026-12-20T08:00Z") throws -> String {
        try counter.run(["track", code], at: now).output
    }

    private func goesToDuisburg() throws {
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        try counter.tell(.arrived, of: Self.box, at: "2026-11-22T10:00+05:00", place: "DST", source: "positions")
    }

    // MARK: 5. The number changes at the European hub

    @Test func theLocalNumberCountsOnlyAfterArrival() throws {
        try goesToDuisburg()
        try counter.tell(.announced, of: Self.label, at: "2026-11-23T09:00+01:00", country: "DE", source: "dhl")
        #expect(try milestone() == "border-arrived")
        #expect(try !counter.events(Corridor.parcel).contains { $0["milestone"] as? String == "announced" })
        try counter.tell(.discharged, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        try counter.tell(.outForDelivery, of: Self.label, at: "2026-12-06T08:00+01:00", country: "DE", source: "dhl")
        #expect(try milestone() == "out-for-delivery")
        #expect(try !counter.events(Corridor.parcel).contains { $0["milestone"] as? String == "announced" })
    }

    @Test func anOldDeliveryOfARecycledLocalNumberDeliversNothing() throws {
        try counter.tell(.delivered, of: Self.label, at: "2026-03-02T10:00+01:00", country: "DE", source: "dhl")
        #expect(try milestone() == nil, "nor while nobody has told of the box")
        try goesToDuisburg()
        #expect(try milestone() == "border-arrived")
    }

    @Test func oneOfTwoPiecesDeliveredIsNotDelivered() throws {
        try goesToDuisburg()
        try counter.tell(.discharged, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        let piece = Subject(.parcel, .number, "00340434161094000002", issuer: "DHL")
        let pieces = [Self.label, piece].map { ReportedAlias(subject: Self.parcel, alias: $0, role: .lastMile) }
        try counter.tell([ReportedItem(position: "1", aliases: pieces)], source: "hub", at: "2026-12-05T00:00Z")
        try counter.tell(.delivered, of: Self.label, at: "2026-12-06T12:00+01:00", country: "DE", source: "dhl")
        #expect(try milestone() == "discharged")
        #expect(try text().contains("1 of 2 pieces delivered; not yet: 00340434161094000002"))
        let pieceCounts = try #require(try counter.track(Corridor.parcel)["pieces"] as? [String: Any])
        #expect(pieceCounts["count"] as? Int == 2 && pieceCounts["delivered"] as? Int == 1)
        try counter.tell(.delivered, of: piece, at: "2026-12-07T12:00+01:00", country: "DE", source: "dhl")
        #expect(try milestone() == "delivered")
    }

    @Test func aReturnNumberNeverYieldsDelivered() throws {
        try goesToDuisburg()
        try counter.tell(.discharged, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        try counter.tell(.delivered, of: Self.label, at: "2026-12-06T12:00+01:00", country: "DE", source: "dhl")
        let back = Subject(.parcel, .number, "RET-1", issuer: "DHL")
        try counter.tell(back, .return, of: Self.label, source: "dhl", at: "2026-12-10T00:00Z")
        try counter.tell(.delivered, of: back, at: "2026-12-14T12:00+01:00", country: "DE", source: "dhl")
        #expect(try milestone() == "returning")
        for code in ["RET-1", "00340434161094000001", "SO-1"] { #expect(try milestone(code) == "returning") }
        #expect(try text().contains("\n  on the way back"))
    }

    // MARK: 6. A customs list is not a parcel

    private func stand() throws {
        let link = ReportedLink(child: Self.parcel, parent: Self.list)
        let alias = ReportedAlias(subject: Self.list, alias: Self.filed, role: .lineHaul)
        try counter.tell(
            [ReportedItem(position: "1", links: [link], aliases: [alias])], source: "ceb", at: "2026-11-19T12:00Z")
    }

    @Test func aWithdrawnListCancelsNoParcel() throws {
        try stand()
        try counter.tell(.sorted, of: Self.parcel, at: "2026-11-18T10:00+08:00", place: "URH", source: "hub")
        try counter.tell(.cancelled, of: Self.filed, at: "2026-11-19T10:00+08:00", country: "CN", source: "ceb")
        #expect(try milestone() == "sorted")
        #expect(try milestone("COP-1") == "cancelled", "the list itself is withdrawn")
        try goesToDuisburg()
        #expect(try milestone() == "border-arrived")
    }

    @Test func aReceiptThatComesBeforeItsListIsFoundByIt() throws {
        try counter.tell(.exportRejected, of: Self.filed, at: "2026-11-19T10:00+08:00", country: "CN", source: "ceb")
        try stand()
        try goesToDuisburg()
        let status = try #require(try counter.status(Corridor.parcel))
        #expect(status["milestone"] as? String == "export-rejected")
        #expect(status["listedOn"] as? String == "iso6346:\(Corridor.box)")
        let text = try text()
        #expect(text.contains("conflict: ") && text.contains("though listed on"), "\(text)")
        for code in ["COP-1", "INVT-1"] { #expect(try milestone(code) == "export-rejected", "\(code)") }
    }

    @Test func aListFiledAgainAndReleasedFreesTheParcel() throws {
        try stand()
        try counter.tell(.exportRejected, of: Self.filed, at: "2026-11-19T10:00+08:00", country: "CN", source: "ceb")
        try counter.tell(.cancelled, of: Self.filed, at: "2026-11-19T11:00+08:00", country: "CN", source: "ceb")
        let again = Subject(.declaration, .number, "COP-2", issuer: "agent")
        let link = ReportedLink(child: Self.parcel, parent: again)
        try counter.tell([ReportedItem(position: "1", links: [link])], source: "ceb", at: "2026-11-19T16:00Z")
        try counter.tell(.exportCleared, of: again, at: "2026-11-20T09:00+08:00", country: "CN", source: "ceb")
        try goesToDuisburg()
        #expect(try milestone() == "border-arrived")
    }

    @Test func releasedIsNotDeparted() throws {
        try stand()
        try counter.tell(.exportCleared, of: Self.filed, at: "2026-11-19T10:00+08:00", country: "CN", source: "ceb")
        #expect(try milestone() == "export-cleared")
        #expect(try text().contains("\n  released for export  "))
    }

    // MARK: 7. billNo, trafName, voyageNo

    @Test func aBillIsNoParcelAndATransportNameIsNoTrain() throws {
        let facts = [("traf_mode", "3"), ("traf_name", "H000250"), ("voyage_no", "20261120")]
            .map { ReportedFact(subject: Self.bill, name: $0.0, value: $0.1, unit: nil) }
        let second = Subject(.parcel, .number, "L2018050700002")
        let links = [Self.parcel, second].map { ReportedLink(child: $0, parent: Self.bill) }
        try counter.tell(
            [ReportedItem(position: "1", links: links, facts: facts)], source: "ceb", at: "2026-11-21T16:00Z")
        let bill = try counter.track(Self.bill.code)
        #expect(bill["kind"] as? String == "consignment" && bill["expected"] as? [String] == [])
        #expect((bill["facts"] as? [String: String])?["traf_name"] == "H000250")
        let answer = try counter.track(second.code)
        #expect(answer["expected"] as? [String] == [])
        #expect((answer["links"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } == ["consignment"])
    }

    // MARK: 8. Hand-kept tables know days, not minutes

    @Test func aDayIsNotMidnight() throws {
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        try counter.tell(.arrived, of: Self.box, at: "2026-11-20", place: "JHE", source: "table")
        #expect(try milestone() == "arrived", "it arrived after it had left, whatever midnight says")
        let events = try counter.events(Corridor.parcel).filter { $0["inherited"] as? Bool == true }
        let told = events.filter { $0["classifier"] as? String == "actual" }.compactMap { $0["milestone"] as? String }
        #expect(told == ["departed", "arrived"])
        #expect(events.last?["precision"] as? String == "day")
        let text = try text()
        #expect(text.contains("arrived  Jinghe  2026-11-20  by container"), "\(text)")
        #expect(!text.contains("00:00"), "\(text)")
    }

    @Test func aDayOfDepartureDoesNotHideWhatCameLaterThatDay() throws {
        try counter.tell(.departed, of: Self.box, at: "2026-11-20", place: "URH", source: "table")
        try counter.tell(.gatedIn, of: Self.box, at: "2026-11-20T09:00+08:00", place: "URH", source: "positions")
        #expect(try milestone() == "departed", "a box enters the terminal before it leaves")
    }

    // MARK: 9. "Departed" needs a place

    @Test func departedNeedsAPlace() throws {
        try goesToDuisburg()
        try counter.tell(.departed, of: Self.box, at: "2026-12-01T10:00+01:00", place: "MAA", source: "positions")
        let status = try #require(try counter.status(Corridor.parcel))
        #expect(status["milestone"] as? String == "border-departed" && status["side"] as? String == "PL")
        #expect(try text().contains("left border  Malaszewicze (PL)"))
        try counter.tell(.departed, of: Self.box, at: "2026-12-02T10:00+01:00", place: "POZ", source: "positions")
        let later = try text()
        #expect(later.contains("departed  Pozna"), "\(later)")
    }

    @Test func theTruckFromYiwuIsNotTheTrain() throws {
        let counter = try Counter()
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try counter.tell(
            .departed, of: Self.box, at: "2026-11-14T20:00+08:00", place: "name:Yiwu", country: "CN", source: "truck")
        let answer = try counter.track(Corridor.parcel)
        let status = try #require(answer["status"] as? [String: Any])
        #expect((status["place"] as? [String: Any])?["name"] as? String == "Yiwu")
        #expect(answer["expected"] as? [String] == ["train:X8157@2026-11-20"], "it has left on no train")
        let text = try counter.run(["train", "X8157"], at: "2026-11-18T09:00Z").output
        #expect(text.contains("0 of 2 containers confirmed aboard"), "\(text)")
    }
}
