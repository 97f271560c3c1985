import Foundation
import Store
import TestSupport
import Testing
import Tracking

/// Whatever number a customer reads out, the counter finds the one timeline.
struct AliasTests {
    private static let code = "L2018050700001"
    private static let issued = Subject(.parcel, .number, code, issuer: "1105910159")
    private static let bare = Subject(.parcel, .number, code)
    private static let bill = Subject(.consignment, .number, "297-29391964")

    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func customs() throws {
        let border = ReportedEvent(
            subject: Self.issued, milestone: .borderDeparted, rawCode: "509",
            time: try counter.time("2026-11-21T05:00+08:00"), place: PlaceReference(text: "ALK"), country: "CN")
        let item = ReportedItem(
            position: "1", events: [border], links: [ReportedLink(child: Self.issued, parent: Self.bill)],
            aliases: [ReportedAlias(subject: Self.issued, alias: Self.bare, role: .lineHaul)],
            facts: [ReportedFact(subject: Self.issued, name: "mode", value: "9610", unit: nil)])
        try counter.tell([item], source: "ceb", at: "2026-11-21T02:00Z")
    }

    private func manifest() throws {
        try counter.take(
            """
            运单号,订单号,箱号,车次,发车日期,目的国,毛重(KG),尾程单号,尾程服务商
            \(Self.code),SO-1,MRKU9465770,X8157,2026-11-20,DE,0.42,00340434161094000001,DHL

            """, as: "manifest.csv", at: "2026-11-20T15:00Z")
    }

    private static let spellings = [
        code, "number/1105910159:\(code)", "number:\(code)", "SO-1", "00340434161094000001",
    ]

    /// An answer without the number that was typed.
    private func said(_ code: String) throws -> String {
        var answer = try counter.track(code)
        answer["askedAs"] = nil
        answer["askedRole"] = nil
        let data = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }

    @Test(arguments: [true, false])
    func theCustomsNumberAndTheTablesNumberAreOneParcel(customsFirst: Bool) throws {
        if customsFirst { try customs() }
        try manifest()
        if !customsFirst { try customs() }
        let answer = try counter.track(Self.code)
        #expect((answer["status"] as? [String: Any])?["milestone"] as? String == "border-departed")
        let parents = try #require(answer["links"] as? [[String: Any]]).compactMap { $0["parent"] as? String }
        #expect(parents.contains("number:297-29391964") && parents.contains("iso6346:MRKU9465770"))
        let facts = try #require(answer["facts"] as? [String: String])
        #expect(facts["mode"] == "9610" && facts["country"] == "DE" && facts["weight_kg"] == "0.42")
        let aliases = try #require(answer["aliases"] as? [[String: Any]]).compactMap { $0["role"] as? String }
        #expect(Set(aliases) == ["line-haul", "order", "last-mile"])
        #expect(answer["sameCode"] as? [String] == [])
        let said = try said(Self.code)
        for spelling in Self.spellings { #expect(try self.said(spelling) == said, "\(spelling)") }
    }

    @Test func withoutAnAliasTheTwoAreNotJoinedAndTheOtherIsNamed() throws {
        try counter.tell(.accepted, of: Self.issued, at: "2026-11-18T10:00+08:00", source: "ceb")
        try manifest()
        let text = try counter.run(["track", Self.code]).output
        #expect(text.contains("the same number is also that of parcel number/1105910159:\(Self.code)"), "\(text)")
        #expect(try counter.track(Self.code)["sameCode"] as? [String] == ["number/1105910159:\(Self.code)"])
    }

    /// The table puts the bare number into the box, the customs paper puts the issued one into the same box.
    @Test(arguments: [[], ["--as-of", "2026-12-01T00:00:00Z"]])
    func aParcelThatIsListedUnderTwoNumbersCountsOnce(moment: [String]) throws {
        try manifest()
        try customs()
        let box = Subject(.container, Scheme(rawValue: "iso6346"), "MRKU9465770")
        let item = ReportedItem(position: "1", links: [ReportedLink(child: Self.issued, parent: box)])
        try counter.tell([item], source: "ceb", at: "2026-11-21T03:00Z")
        let train = try counter.run(["train", "X8157"] + moment)
        #expect(train.output.contains("1 container, 1 parcel"), "\(train.output)")
        #expect(train.output.contains("1 parcel  "), "\(train.output)")
    }

    @Test func theAnswerSaysWhatTheNumberIsFor() throws {
        try customs()
        try manifest()
        let text = try counter.run(["track", "00340434161094000001"]).output
        #expect(text.hasPrefix("\(Self.code)  parcel, asked by its last-mile number 00340434161094000001\n"), "\(text)")
        // The same digits without who issued them are no news to a reader; JSON tells them apart.
        #expect(text.contains("also known as last-mile 00340434161094000001 of DHL, order SO-1\n"), "\(text)")
        #expect(try counter.track("SO-1")["askedRole"] as? String == "order")
        #expect(try counter.track(Self.code)["code"] as? String == Self.code)
    }

    @Test func anOrderOfSeveralParcelsListsThemAndMergesNothing() async throws {
        try counter.take(
            """
            运单号,订单号,箱号,车次,发车日期,目的国
            YT2415800000000001,SO-7,MRKU9465770,X8157,2026-11-20,DE
            YT2415800000000002,SO-7,MSCU6639870,X8157,2026-11-20,DE

            """, as: "manifest.csv", at: "2026-11-20T15:00Z")
        try await counter.answer(Corridor.news, at: "2026-11-20T16:00Z")
        let answer = try counter.track("SO-7")
        #expect(answer["code"] as? String == "SO-7" && answer["kind"] as? String == "parcel")
        #expect(answer["status"] is NSNull)
        #expect((answer["events"] as? [Any])?.isEmpty == true)
        let parcels = try #require(answer["standsFor"] as? [[String: Any]])
        #expect(parcels.map { $0["code"] as? String } == ["YT2415800000000001", "YT2415800000000002"])
        #expect(parcels.map { $0["milestone"] as? String } == ["departed", nil])
        let text = try counter.run(["track", "SO-7"]).output
        #expect(text.contains("order number of 2 parcels:\n"), "\(text)")
        #expect(text.contains("YT2415800000000002  no news"), "\(text)")
        #expect(!text.contains("delivered"))
    }

    @Test func aCombinedLabelIsAnsweredWithAllItsParcels() throws {
        let label = Subject(.parcel, .number, "JJD00099", issuer: "DHL")
        for number in 1...3 {
            let parcel = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT241580000000000\(number)")
            try counter.tell(label, .lastMile, of: parcel, source: "hub", at: "2026-12-05T0\(number):00Z")
        }
        try counter.tell(.outForDelivery, of: label, at: "2026-12-06T08:00+01:00", country: "DE", source: "dhl")
        let answer = try counter.track("JJD00099", at: "2026-12-06T10:00Z")
        #expect((answer["standsFor"] as? [Any])?.count == 3)
        #expect((answer["status"] as? [String: Any])?["milestone"] as? String == "out-for-delivery")
        let text = try counter.run(["track", "JJD00099"], at: "2026-12-06T10:00Z").output
        #expect(text.contains("last-mile number of 3 parcels:\n"), "\(text)")
        let one = try counter.track("YT2415800000000002", at: "2026-12-06T10:00Z")
        #expect((one["status"] as? [String: Any])?["milestone"] as? String == "out-for-delivery")
        #expect((one["aliases"] as? [[String: Any]])?.first?["shared"] as? Bool == true)
    }

    @Test func theCarrierOfTheNumberThatIsAskedIsNamed() throws {
        try manifest()
        let label = Subject(.parcel, .number, "00340434161094000001", issuer: "DHL")
        let wish = ReportedWatch(subject: label, carrier: "dhl", asks: true)
        try counter.tell([ReportedItem(position: "1", watches: [wish])], source: "dispatcher", at: "2026-11-20T16:00Z")
        let update = PollUpdate(
            carrier: "dhl", subject: label, outcome: .answered, at: try counter.time("2026-12-06T10:00Z").instant)
        let event = ReportedEvent(
            subject: label, milestone: .outForDelivery, rawCode: "transit",
            time: try counter.time("2026-12-06T08:00+01:00"), country: "DE")
        let message = Message(
            channel: .poll, source: "dhl", profile: "dhl", asked: [label],
            receivedAt: try counter.time("2026-12-06T10:00Z").instant,
            sha256: [UInt8](repeating: 7, count: 32), body: [1])
        let part = Delivery.Part(
            message: message, report: Report(items: [ReportedItem(position: "1", events: [event])]))
        _ = try StoreWriter(path: counter.database).acceptAndWait([Delivery(parts: [part], polls: [update])])
        let answer = try counter.track(Self.code, at: "2026-12-06T11:00Z")
        let asked = try #require(answer["asked"] as? [String: Any])
        #expect(asked["subject"] as? String == "number/DHL:00340434161094000001")
        #expect(asked["carrier"] as? String == "dhl" && asked["answer"] as? String == "news")
        let text = try counter.run(["track", Self.code], at: "2026-12-06T11:00Z").output
        #expect(text.contains("news from dhl about 00340434161094000001 1 h 0 min ago"), "\(text)")
    }

    @Test func aLocalNumberIsWatchedForItself() throws {
        try manifest()
        let label = Subject(.parcel, .number, "00340434161094000001", issuer: "DHL")
        let wish = ReportedWatch(subject: label, carrier: "dhl", asks: true)
        try counter.tell([ReportedItem(position: "1", watches: [wish])], source: "dispatcher", at: "2026-11-20T16:00Z")
        let ending = try counter.run(["unwatch", "00340434161094000001"])
        #expect(ending.output == "no longer asking about 00340434161094000001\n", "\(ending.output)\(ending.errors)")
    }

    @Test func anAliasToldLaterWasUnknownThen() throws {
        try manifest()
        try customs()
        let then = try counter.track(Self.code, ["--as-of", "2026-11-20T20:00Z"])
        #expect((then["aliases"] as? [[String: Any]])?.compactMap { $0["role"] as? String } == ["last-mile", "order"])
        #expect(then["scheme"] as? String == "number")
        #expect(then["status"] is NSNull)
    }
}
