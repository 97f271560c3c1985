import Foundation
import Store
import TestSupport
import Testing
import Tracking

/// The answers that make a dispatcher call the wrong person: what containers, trains and lists say of parcels.
struct WrongCallTests {
    static let box = Subject(.container, Scheme(rawValue: "iso6346"), Corridor.box)
    static let otherBox = Subject(.container, Scheme(rawValue: "iso6346"), Corridor.otherBox)
    static let train = Subject(.train, .train, "X8157@2026-11-20")

    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    /// A table made after the departure, so that what it lists was aboard.
    private func declare(_ table: String = Corridor.manifest) throws {
        try counter.take(table, as: "manifest.csv", at: "2026-11-21T15:00Z")
    }

    private func milestone(_ code: String, _ more: [String] = []) throws -> String? {
        try counter.status(code, more)?["milestone"] as? String
    }

    private func text(_ code: String, at now: String = "2026-12-20T08:00Z") throws -> String {
        try counter.run(["track", code], at: now).output
    }

    // MARK: 1. A container's end is not a parcel's end

    @Test func aContainersDeliveryIsNotTheParcels() throws {
        try declare()
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        try counter.tell(.discharged, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        try counter.tell(.delivered, of: Self.box, at: "2026-12-05T09:00+01:00", place: "DUI", source: "positions")
        #expect(try milestone(Corridor.box) == "delivered", "of the box itself it is the carrier's word")
        #expect(try milestone(Corridor.parcel) == "discharged")
        let text = try text(Corridor.parcel)
        #expect(text.contains("container delivered, Duisburg"), "\(text)")
        #expect(text.contains("what was inside is not yet scanned"))
    }

    @Test func anEmptyReturnIsNobodysReturn() async throws {
        try declare()
        try await counter.answer(
            Corridor.page(
                Corridor.event(1, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true),
                Corridor.event(2, "STRP", at: "2026-12-05T15:00:00+01:00", place: "DEDUI"),
                Corridor.event(3, "GTIN", at: "2026-12-07T10:00:00+01:00", place: "DEDUI", load: "EMPTY")),
            at: "2026-12-08T09:00Z")
        try counter.tell(.returned, of: Self.box, at: "2026-12-07T11:00+01:00", place: "DUI", source: "depot")
        #expect(try milestone(Corridor.parcel) == "stripped")
        #expect(try counter.events(Corridor.parcel).allSatisfy { $0["load"] as? String != "empty" })
    }

    @Test func oneHoldOnAContainerIsNotAHoldOnItsParcels() throws {
        try declare()
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        try counter.tell(.held, of: Self.box, at: "2026-11-22T10:00+05:00", place: "DST", source: "positions")
        #expect(try milestone(Corridor.box) == "held")
        #expect(try milestone(Corridor.parcel) == "departed")
        let events = try counter.events(Corridor.parcel)
        #expect(
            events.contains { $0["milestone"] as? String == "held" && $0["inherited"] as? Bool == true }, "but shown")
    }

    // MARK: 2. One train is not one dot

    @Test func oneTrainIsADistributionNotADot() throws {
        let boxes = ["MRKU9465770", "MSCU6639870", "HLBU1234567", "CSQU3054383"]
            .map { Subject(.container, Scheme(rawValue: "iso6346"), $0) }
        let links = boxes.map { ReportedLink(child: $0, parent: Self.train) }
        try counter.tell([ReportedItem(position: "1", links: links)], source: "waybills", at: "2026-11-21T00:00Z")
        try counter.tell(.departed, of: Self.train, at: "2026-11-20T14:56+08:00", place: "URH", source: "railway")
        for box in boxes.prefix(2) {
            try counter.tell(.arrived, of: box, at: "2026-12-01T10:00+01:00", place: "MAA", source: "positions")
        }
        try counter.tell(.arrived, of: boxes[2], at: "2026-11-22T10:00+05:00", place: "DST", source: "positions")
        let train = try counter.object(["train", "X8157"])
        let groups = try #require(train["progress"] as? [[String: Any]])
        #expect(groups.compactMap { $0["containers"] as? Int } == [2, 1, 1])
        let text = try counter.run(["train", "X8157"], at: "2026-12-02T00:00Z").output
        #expect(text.contains("containers: 2 arrived at border Malaszewicze (PL), 1 "), "\(text)")
        #expect(text.contains("1 arrived at border Dostyk (KZ)"), "\(text)")
        #expect(try self.text("X8157@2026-11-20").contains("containers: 2 arrived at border Malaszewicze (PL)"))
    }

    @Test func aTrainsNewsPastTheBreakOfGaugeIsNobodysHere() throws {
        try declare()
        try counter.tell(.departed, of: Self.train, at: "2026-11-20T14:56+08:00", place: "URH", source: "railway")
        try counter.tell(.arrived, of: Self.train, at: "2026-11-21T03:00+08:00", place: "ALK", source: "railway")
        try counter.tell(.arrived, of: Self.train, at: "2026-12-01T10:00+01:00", place: "MAA", source: "railway")
        let status = try #require(try counter.status(Corridor.parcel))
        #expect(status["milestone"] as? String == "border-arrived" && status["side"] as? String == "CN")
    }

    @Test func aBoxForMinskLeavesTheTrainThere() throws {
        try declare(
            """
            运单号,箱号,车次,发车日期,下货站,目的国
            YT2415800000000001,MRKU9465770,X8157,2026-11-20,Minsk,BY
            YT2415800000000003,MSCU6639870,X8157,2026-11-20,Duisburg,DE

            """)
        for box in [Self.box, Self.otherBox] {
            try counter.tell(.departed, of: box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
            try counter.tell(.arrived, of: box, at: "2026-11-29T10:00+03:00", place: "MSQ", source: "positions")
        }
        try counter.tell(.stripped, of: Self.box, at: "2026-11-30T10:00+03:00", place: "MSQ", source: "positions")
        try counter.tell(.arrived, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        try counter.tell(.arrived, of: Self.otherBox, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        #expect(try milestone(Corridor.parcel) == "stripped")
        #expect(try milestone("YT2415800000000003") == "arrived")
    }

    // MARK: 3. Listed is not aboard

    @Test func aTrainThatLeftTakesOnlyWhatWasAboard() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try counter.tell(.departed, of: Self.train, at: "2026-11-20T14:56+08:00", place: "URH", source: "railway")
        #expect(try milestone(Corridor.parcel) == nil)
        let text = try text(Corridor.parcel)
        #expect(text.contains("expected on X8157@2026-11-20, not confirmed"), "\(text)")
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        #expect(try milestone(Corridor.parcel) == "departed")
        #expect(try milestone("YT2415800000000003") == nil, "the other box has told nothing")
        let train = try counter.run(["train", "X8157"], at: "2026-11-22T00:00Z").output
        #expect(train.contains("1 of 2 containers confirmed aboard"), "\(train)")
    }

    @Test func aRolledBoxGoesWithItsLaterTrain() throws {
        try declare()
        try counter.tell(.rolled, of: Self.box, at: "2026-11-20T12:00+08:00", place: "URH", source: "operator")
        try counter.tell(.departed, of: Self.train, at: "2026-11-20T14:56+08:00", place: "URH", source: "railway")
        #expect(try milestone(Corridor.parcel) == "rolled")
        let later = Subject(.train, .train, "X8159@2026-11-23")
        try counter.tell(
            [ReportedItem(position: "1", links: [ReportedLink(child: Self.box, parent: later)])], source: "waybills",
            at: "2026-11-24T00:00Z")
        try counter.tell(.departed, of: later, at: "2026-11-23T09:00+08:00", place: "URH", source: "railway")
        let status = try #require(try counter.status(Corridor.parcel))
        #expect(
            status["milestone"] as? String == "departed" && status["subject"] as? String == "train:X8159@2026-11-23")
        let train = try counter.run(["train", "X8157"], at: "2026-11-24T00:00Z").output
        #expect(!train.contains("MRKU9465770  aboard  2 parcels  departed  Urumqi  2026-11-20"), "\(train)")
    }

    @Test func aBoxDetachedOnTheWayStaysWhereItIs() throws {
        try declare()
        try counter.tell(.departed, of: Self.train, at: "2026-11-20T14:56+08:00", place: "URH", source: "railway")
        try counter.tell(.detached, of: Self.box, at: "2026-11-20T22:00+08:00", place: "JHE", source: "operator")
        try counter.tell(.arrived, of: Self.train, at: "2026-11-21T03:00+08:00", place: "ALK", source: "railway")
        #expect(try milestone(Corridor.parcel) == "detached")
        #expect(try milestone("YT2415800000000003") == "border-arrived")
    }

    // MARK: 4. Nobody reports stripping reliably

    @Test func aReusedBoxLendsNothingToOldParcels() async throws {
        try declare()
        try await counter.answer(
            Corridor.page(
                Corridor.event(1, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true),
                Corridor.event(2, "DISC", at: "2026-12-04T10:00:00+01:00", place: "DEDUI"),
                Corridor.event(3, "GTOT", at: "2026-12-05T08:00:00+01:00", place: "DEDUI"),
                // No strip is told; the box is sold and goes east again, laden.
                Corridor.event(4, "GTIN", at: "2026-12-14T08:00:00+01:00", place: "DEDUI"),
                Corridor.event(5, "DEPA", at: "2026-12-15T08:00:00+01:00", place: "DEDUI", transport: true),
                Corridor.event(6, "ARRI", at: "2026-12-19T08:00:00+01:00", place: "PLMAA", transport: true)),
            at: "2026-12-20T09:00Z")
        #expect(try milestone(Corridor.parcel) == "gated-out")
        let last = try counter.events(Corridor.parcel).compactMap { $0["at"] as? String }.max()
        #expect(last?.hasPrefix("2026-12-05") == true, "\(last ?? "")")
    }

    @Test func aPartialStripAtAlmatyKeepsTheGermanParcelsInside() throws {
        try declare(
            """
            运单号,箱号,车次,发车日期,下货站,目的国
            YT2415800000000001,MRKU9465770,X8157,2026-11-20,Almaty,KZ
            YT2415800000000002,MRKU9465770,X8157,2026-11-20,Duisburg,DE

            """)
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        try counter.tell(.stripped, of: Self.box, at: "2026-11-25T10:00+05:00", place: "ALM", source: "positions")
        try counter.tell(.arrived, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        #expect(try milestone("YT2415800000000001") == "stripped")
        #expect(try milestone("YT2415800000000002") == "arrived")
    }

    @Test func aNewSealAfterAStripMeansTheBoxWentOn() throws {
        try declare(
            """
            运单号,箱号,封号,车次,发车日期,目的国
            YT2415800000000001,MRKU9465770,CN111,X8157,2026-11-20,DE

            """)
        try counter.tell(.departed, of: Self.box, at: "2026-11-20T14:56+08:00", place: "URH", source: "positions")
        try counter.tell(.stripped, of: Self.box, at: "2026-11-25T10:00+05:00", place: "ALM", source: "positions")
        try counter.tell(.arrived, of: Self.box, at: "2026-12-04T10:00+01:00", place: "DUI", source: "positions")
        #expect(try milestone(Corridor.parcel) == "stripped", "nothing says that it went on")
        let seal = ReportedFact(subject: Self.box, name: "seal", value: "KZ222", unit: nil)
        try counter.tell([ReportedItem(position: "1", facts: [seal])], source: "agent", at: "2026-11-25T12:00Z")
        #expect(try milestone(Corridor.parcel) == "arrived")
    }
}
