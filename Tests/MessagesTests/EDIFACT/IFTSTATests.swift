import Foundation
import Messages
import Testing
import Tracking

/// What carriers report in IFTSTA.
struct IFTSTATests {
    private typealias Text = EDIFACTText

    private func reading(_ body: [[String]], document: String = "23") throws -> Reading {
        try Reading.of(
            EDIFACTText().write(Text.interchange(of: [Text.message("1", document: document, body: body)])),
            builtIn("iftsta"))
    }

    private func event(_ status: [[String]]) throws -> ReportedEvent {
        try #require(try reading(status).events.first)
    }

    @Test func aContainerOnTheCorridorIsFollowedFromMessageToMessage() throws {
        let body = try Fixtures.bytes("iftsta/corridor.edi")
        #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "iftsta")
        let reading = try Reading.of(body, builtIn("iftsta"))
        #expect(reading.rejections.isEmpty && reading.items.count == 6, "\(reading.problems)")
        let actual = reading.events.filter { $0.classifier == .actual }
        #expect(actual.allSatisfy { $0.subject == subject("MRKU9465770") && $0.load == .laden })
        #expect(actual.map(\.milestone) == [.departed, .arrived, .discharged, .loaded, .arrived, .departed])
        #expect(actual.compactMap { $0.place?.text } == ["URH", "DST", "DST", "DST", "MAA", "name:Köln Eifeltor"])
        #expect(
            actual.map(\.time.iso8601) == [
                "2026-11-20T14:56:00+08:00", "2026-11-22T18:10:00+05:00", "2026-11-23T02:00:00+05:00",
                "2026-11-23T09:15:00+05:00", "2026-12-01T04:30:15+01:00", "2026-12-03T05:10:00+01:00",
            ])
        #expect(actual.map(\.time.basis) == [.place, .reported, .place, .place, .place, .place])
        let expected = try #require(reading.events.first { $0.classifier == .estimated })
        #expect(expected.rawCode == "ETA" && expected.place?.text == "DUI")
        #expect(Set(reading.links.map(\.parent.code)) == ["RAIL20261120A", "52961018"])
        #expect(reading.links.first { $0.parent.kind == .wagon }?.basis == .observed)
        #expect(reading.facts.contains { $0.name == "seal" && $0.value == "CN0045871" })
        #expect(actual.last?.text == "Rail Departed Güterbahnhof Köln-Eif; by rail: DB CARGO")
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("HAUPTSTR"))
    }

    @Test func aParcelCarrierReportsParcelsAndABadMessageDateCostsNothing() throws {
        let reading = try Reading.of(Fixtures.bytes("iftsta/parcels.edi"), builtIn("iftsta"))
        #expect(reading.rejections.isEmpty && reading.items.count == 3)
        #expect(reading.events.allSatisfy { $0.subject.kind == .parcel })
        #expect(reading.events.map(\.milestone) == [.delivered, .readyForPickup, .unmapped])
        #expect(reading.events.last?.text == "O'BRIEN? WHO: 1+1" && reading.events.last?.rawCode == "87.Z9")
        #expect(reading.events.map(\.time.iso8601).first == "2026-12-08T14:09:00+01:00")
        #expect(reading.links.allSatisfy { $0.parent.kind == .consignment })
        #expect(reading.facts.contains { $0.name == "customer_reference" && $0.value == "SO-2026-0001" })
        let archive = String(decoding: reading.summary.archive, as: UTF8.self)
        for gone in ["SCHMIDT", "WANG", "TORSTRASSE", "1234567"] { #expect(!archive.contains(gone), "\(gone)") }
    }

    @Test func theEnergyMarketIsNoTransport() throws {
        let reading = try Reading.of(Fixtures.bytes("iftsta/energy.edi"), builtIn("iftsta"))
        #expect(reading.items.count == 1 && reading.events.isEmpty && reading.links.isEmpty)
        #expect(reading.rejections.map(\.kind) == ["not-transport"], "\(reading.problems)")
    }

    @Test(arguments: [
        ("21", Milestone.delivered, "6.21"), ("24||6", .departed, "6.24"), ("1", .arrived, "6.1"),
        ("VD||22", .departed, "22.VD"), ("UR||22|whatever", .discharged, "22.UR"),
        ("P||HS|Rail Departed from In-Transit Locat", .departed, "rail departed (HS.P)"),
        ("X||87|RAIL ARRIVAL AT RAM", .arrived, "rail arrived (87.X)"),
        ("X||87|DELIVERED", .delivered, "delivered (87.X)"), ("X||87|Gate in full", .gatedIn, "gated in (87.X)"),
        // Nothing is guessed.
        ("X||87|DELIVERED TO CARRIER", .unmapped, "87.X"), ("X||87|NOT DELIVERED", .unmapped, "87.X"),
        ("X||87|Rail departed (estimated)", .unmapped, "87.X"), ("X||87", .unmapped, "87.X"),
        ("I||87", .unmapped, "87.I"),
        ("999", .unmapped, "6.999"), ("12", .unmapped, "6.12"), ("VD", .unmapped, ".VD"), ("310", .unmapped, "6.310"),
    ])
    func aCodeIsReadByItsAgencyOrByItsText(status: String, milestone: Milestone, code: String) throws {
        let event = try event(Text.status(status))
        #expect(event.milestone == milestone && event.rawCode == code, "\(event)")
    }

    @Test func everyCodeOfTheTableHasItsMilestone() throws {
        let profile = try builtIn("iftsta")
        let coded = profile.milestones.keys.filter { $0.hasPrefix("6.") || $0.hasPrefix("22.") }
        #expect(coded.count == 23)
        for pair in coded {
            let parts = pair.split(separator: ".")
            #expect(try event(Text.status("\(parts[1])||\(parts[0])|Delivered")).rawCode == pair)
        }
    }

    @Test(arguments: [
        ("334|202611201456|203", "2026-11-20T14:56:00+08:00", ZoneBasis.place),
        ("334|20261120145607|204", "2026-11-20T14:56:07+08:00", .place),
        ("78|202611201456+06|303", "2026-11-20T14:56:00+06:00", .reported),
        ("7|202611201456UTC|303", "2026-11-20T14:56:00Z", .reported),
        ("334|20261120145607-0330|304", "2026-11-20T14:56:07-03:30", .reported),
        ("334|202611201456", "2026-11-20T14:56:00+08:00", .place),
        ("334|202611201456+05", "2026-11-20T14:56:00+05:00", .reported),
        ("334|2611201456|201", "2026-11-20T14:56:00+08:00", .place),
        ("334|202611201456CST|303", "2026-11-20T14:56:00+08:00", .place),
    ])
    func aTimeIsReadByItsFormatAndTheClockOfItsPlace(date: String, iso: String, basis: ZoneBasis) throws {
        let event = try event(Text.status(at: date))
        #expect(event.time.iso8601 == iso && event.time.basis == basis, "\(event.time)")
    }

    @Test func aDayStaysADay() throws {
        #expect(try event(Text.status(at: "334|20261120|102")).time.precision == .day)
        #expect(try event(Text.status(at: "334|201126|2")).time.precision == .day)
    }

    @Test(arguments: [
        ("334|202613201456|203", "bad-time"), ("334|garbage|203", "bad-time"), ("137|202611201456|203", "no-time"),
        ("334||203", "bad-time"),
    ])
    func aStatusWithoutATimeIsRejectedAndNotDated(date: String, kind: String) throws {
        let reading = try reading(Text.status(at: date))
        #expect(reading.events.isEmpty && !reading.rejections.isEmpty, "\(reading.problems)")
    }

    @Test func theNextBestTimeOfAStatusStandsInForABadOne() throws {
        let event = try event(Text.status(at: "334|202613201456|203", more: [["DTM", "78|202611201456|203"]]))
        #expect(event.time.iso8601 == "2026-11-20T14:56:00+08:00")
    }

    @Test func anExpectedTimeIsNoEventThatHappened() throws {
        #expect(try event(Text.status(at: "132|202611201456|203")).classifier == .estimated)
    }

    @Test(arguments: [
        (["LOC", "175", "KZDOS|139|6"], "DST"), (["LOC", "9", "PLMAA"], "MAA"),
        (["LOC", "175", "US SYR|227"], "unlocode:USSYR"),
        (["LOC", "14", "01530|16||VANTAA", "FI|162"], "name:VANTAA"), (["LOC", "14", "01530|16"], "none"),
        (["LOC", "175", "|||Dostyk", "KZ|162"], "DST"), (["LOC", "175", "708507"], "DST"),
    ])
    func aPlaceIsReadByItsCodeListOrItsName(place: [String], text: String) throws {
        #expect(try event(Text.status(place: place)).place?.text ?? "none" == text)
    }

    @Test func thePlaceOfTheStatusComesBeforeAnyOther() throws {
        let more = [["LOC", "175", "KZDOS|139|6"]]
        #expect(try event(Text.status(place: ["LOC", "9", "CNULZ|139|6"], more: more)).place?.text == "DST")
    }

    @Test(arguments: [
        ("5", "P||HS|Rail departed", Load?.some(.laden), false), ("4", "P||HS|Rail departed", nil, true),
        ("4", "X||HS|Empty gate out", .empty, false), ("", "X||HS|Empty returned", .empty, false),
        ("", "P||HS|Rail departed", nil, false), ("5", "X||HS|Empty gate out", .laden, false),
    ])
    func emptyIsOnlyWhatTheTextCallsEmpty(fill: String, status: String, load: Load?, isDoubtful: Bool) throws {
        var segments = Text.status(status)
        segments[segments.count - 1] = ["EQD", "CN", "MRKU9465770", "45G1|102|5", "", "", fill]
        let reading = try reading(segments)
        #expect(
            reading.events.first?.load == load && reading.problems.contains { $0.kind == "maybe-empty" } == isDoubtful)
    }

    @Test func theContainerIsThatOfTheStatusAndNotThatOfTheHeader() throws {
        let reading = try reading([["RFF", "EQ|TCLU1234568"], ["RFF", "BM|B1"]] + Text.status())
        #expect(reading.events.map(\.subject.code) == ["MRKU9465770"])
        #expect(reading.problems.map(\.kind) == ["other-container"])
        #expect(reading.links.map(\.parent.code) == ["B1"])
    }

    @Test func whereThereIsNoContainerTheConsignmentIsMeant() throws {
        let status = [["CNI", "1", "C77"], ["STS", "1", "24"], ["RFF", "BM|B1"], ["DTM", "334|202611201456|203"]]
        let reading = try reading(status)
        #expect(Set(reading.events.map(\.subject.code)) == ["C77", "B1"])
        #expect(reading.events.allSatisfy { $0.subject.kind == .consignment })
        let nobody = try self.reading([["CNI", "1"], ["STS", "1", "24"], ["DTM", "334|202611201456|203"]])
        #expect(nobody.rejections.map(\.kind) == ["no-subject"])
    }

    @Test func theSealsOfAContainerAreOneFactInWhateverOrder() throws {
        for seals in [["A1", "B2"], ["B2", "A1"]] {
            let reading = try reading(Text.status() + seals.map { ["SEL", $0, "CA"] })
            #expect(reading.facts.map(\.value) == ["A1, B2"], "\(reading.facts)")
        }
    }

    @Test func aCancelledReportIsNotTakenForANewOne() throws {
        var message = Text.message(body: Text.status())
        message[1][3] = "1"
        let reading = try Reading.of(EDIFACTText().write(Text.interchange(of: [message])), builtIn("iftsta"))
        #expect(reading.events.isEmpty && reading.rejections.map(\.kind) == ["cancellation"])
    }

    @Test func publishedSamplesAreAccountedFor() throws {
        let samples = Fixtures.published("iftsta")
        if samples.isEmpty { print("skipped: no published IFTSTA samples beside the package") }
        for sample in samples {
            let body = try Fixtures.bytes(at: sample)
            #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "iftsta")
            let reading = try Reading.of(body, builtIn("iftsta"))
            #expect(reading.rejections.isEmpty && reading.summary.notes.isEmpty, "\(reading.problems)")
            if sample.lastPathComponent.contains("rail") {
                #expect(reading.items.count == 1 && reading.events.first?.subject.code == "TRHU4561222")
                #expect(reading.events.first?.milestone == .departed && reading.events.count == 7)
                #expect(Set(reading.links.map(\.parent.code)) == ["24O4023815", "ABCD224O4023815X"])
            } else {
                #expect(reading.items.count == 7 && reading.events.count == 7)
                #expect(reading.events.count { $0.milestone == .delivered } == 2)
                #expect(reading.events.count { $0.milestone == .unmapped } == 3)
            }
        }
    }
}
