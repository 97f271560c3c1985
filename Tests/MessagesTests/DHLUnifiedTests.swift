import Messages
import Testing
import Tracking

/// What the `dhl-unified` profile makes of DHL's answers.
struct DHLUnifiedTests {
    private let parcel = Subject(.parcel, .number, "00340434161094015902", issuer: "dhl")

    private func read(_ shipment: String, asked: [Subject] = [], more: String = "") throws -> Reading {
        try Reading.of("{\"shipments\": [\(shipment)]\(more)}", try builtIn("dhl-unified"), asked: asked)
    }

    private func event(
        _ code: String?, _ status: String = "", _ description: String = "", at: String = "2026-12-05T10:02:00",
        country: String = "DE", city: String = "Duisburg", more: String = ""
    ) -> String {
        let code = code.map { "\"statusCode\": \"\($0)\", " } ?? ""
        return """
            {"timestamp": "\(at)", \(code)"status": "\(status)", "description": "\(description)",
             "location": {"address": {"countryCode": "\(country)", "addressLocality": "\(city)"}}\(more)}
            """
    }

    private func shipment(_ events: String..., id: String = "\"00340434161094015902\"", more: String = "") -> String {
        """
        {"id": \(id), "service": "parcel-de", "origin": {"address": {"countryCode": "CN"}},
         "destination": {"address": {"countryCode": "DE"}}\(more), "events": [\(events.joined(separator: ","))]}
        """
    }

    @Test(arguments: [
        ("pre-transit", "Shipment information received", "", Milestone.announced),
        ("transit", "", "Processed at parcel center", .position),
        ("transit", "", "Arrived at DHL Sort Facility LEIPZIG", .arrived),
        ("transit", "", "Scheduled to depart on the next planned movement", .position),
        ("transit", "Departed Facility", "Departed Facility in LEIPZIG", .departed),
        ("transit", "", "Shipment is out with courier, out for delivery", .outForDelivery),
        ("transit", "", "Die Sendung wurde in das Zustellfahrzeug geladen.", .outForDelivery),
        ("transit", "", "The parcel is ready for pick-up", .readyForPickup),
        ("transit", "", "Clearance processing complete at LEIPZIG", .importCleared),
        ("transit", "", "The shipment is being returned to the sender", .returning),
        ("delivered", "DELIVERED", "The shipment was handed over", .delivered),
        ("delivered", "", "The shipment was returned to the sender", .returned),
        ("failure", "", "Delivery attempted; recipient not home", .deliveryFailed),
        ("failure", "Exception", "Something happened", .unmapped), ("unknown", "?", "", .unmapped),
        ("pre-transit", "DELIVERED", "JESSICA", .unmapped), ("customs", "ZU", "new code", .unmapped),
    ])
    func saysNoMoreThanTheCodeAndTheWordsDo(
        code: String, status: String, description: String, milestone: Milestone
    ) throws {
        let reading = try read(shipment(event(code, status, description)), asked: [parcel])
        #expect(reading.events.map(\.milestone) == [milestone])
        #expect(reading.events.map(\.subject) == [parcel])
    }

    @Test(arguments: [
        ("2026-07-05T10:02:00", "DE", 120, ZoneBasis.place, TimePrecision.second),
        ("2026-12-05T10:02:00", "KZ", 300, .place, .second), ("2026-12-05T10:02:00Z", "DE", 0, .reported, .second),
        ("2026-12-05T10:02:00+03:00", "DE", 180, .reported, .second), ("2026-12-05", "PL", 60, .place, .day),
        // A country of many zones, and none: what is assumed is marked.
        ("2026-12-05T10:02:00", "US", -300, .assumed, .second), ("2026-12-05T10:02:00", "", 480, .assumed, .second),
    ])
    func aTimeWithoutAZoneHasThatOfItsCountryAndNeverUTC(
        at: String, country: String, offset: Int, basis: ZoneBasis, precision: TimePrecision
    ) throws {
        let reading = try read(shipment(event("transit", at: at, country: country, city: "Nowhere")), asked: [parcel])
        let time = try #require(reading.events.first?.time)
        #expect(time.offsetMinutes == offset && time.basis == basis && time.precision == precision)
    }

    @Test(arguments: [
        ("\"00340434161094015902\"", true), ("340434161094015902", true), ("\"0034 0434 1610 9401 5902\"", true),
        ("\"340434161094015902\"", false), ("\"00340434161094015903\"", false),
    ])
    func onlyTheNumberAskedIsAnswered(id: String, isTaken: Bool) throws {
        let reading = try read(shipment(event("transit"), id: id), asked: [parcel])
        #expect(reading.events.map(\.subject) == (isTaken ? [parcel] : []))
        #expect(reading.rejections.map(\.kind) == (isTaken ? [] : ["other-number"]))
    }

    @Test func aPieceIsAskedForByItsOwnNumber() throws {
        let piece = Subject(.parcel, .number, "JD014600006281230704")
        let other = #", "pieceIds": ["JD014600002708681600"]"#
        let text = shipment(
            event("transit", at: "2026-12-04T09:00:00"), event("delivered", more: other),
            more: #", "details": {"pieceIds": ["JD014600006281230704", "JD014600002708681600"]}"#)
        let reading = try read(text, asked: [piece])
        #expect(reading.events.map(\.milestone) == [.position])
        #expect(reading.events.map(\.subject) == [piece])
    }

    @Test func theStatusIsAnEventOnlyWhereItIsNotAmongThem() throws {
        let status = #", "status": {"timestamp": "2026-12-05T10:02:00Z", "statusCode": "delivered"}"#
        let listed = try read(shipment(event(nil, "Z"), more: status), asked: [parcel])
        #expect(listed.events.map(\.rawCode) == ["delivered"])
        let added = try read(shipment(event("transit", at: "2026-12-04T10:02:00"), more: status), asked: [parcel])
        #expect(added.events.map(\.milestone) == [.position, .delivered])
    }

    @Test func theFreightDivisionTellsTheContainer() throws {
        let references = #"""
            , "service": "dgf", "details": {"references": [{"type": "container-number", "number": "MRKU9465770"},
              {"type": "housebill", "number": "H1"}, {"type": "customer-reference", "number": "PO 7"}]}
            """#
        let text = shipment(event("transit"), more: references)
            .replacing("\"service\": \"parcel-de\", ", with: "")
        let reading = try read(text, asked: [parcel])
        #expect(Set(reading.links.map(\.parent)) == [subject("MRKU9465770"), Subject(.consignment, .number, "H1")])
        #expect(reading.links.allSatisfy { $0.child == parcel && $0.basis == nil })
        #expect(reading.facts.contains { $0.name == "customer_reference" && $0.value == "PO 7" })
        let one = text.replacing("\"references\": [", with: "\"references\": ").replacing("}]}", with: "}}")
        #expect(throws: ReadFailure.self) { try read(one) }
    }

    @Test func aReferenceMayStandAlone() throws {
        let details = #", "details": {"references": {"type": "local-tracking-number", "number": "1012345678"}}"#
        let reading = try read(shipment(event("transit"), more: details), asked: [parcel])
        #expect(reading.aliases.map(\.alias.code) == ["1012345678"])
        #expect(reading.aliases.map(\.role) == [.lastMile])
    }

    @Test func aLaterEstimateReplacesAnEarlier() throws {
        let estimates = try ["2026-12-07T00:00:00Z", "2026-12-08T16:30:00"].map { at in
            try read(shipment(more: ", \"estimatedTimeOfDelivery\": \"\(at)\""), asked: [parcel]).events
        }
        #expect(estimates.map { $0.map(\.classifier) } == [[.estimated], [.estimated]])
        #expect(Set(estimates.compactMap { $0.first?.sourceID }).count == 1)
        #expect(estimates.map { $0.first?.time.precision } == [.day, .second])
    }

    @Test func nobodyIsNamedInWhatIsKept() throws {
        let details = #"""
            , "details": {"receiver": {"name": "Anna Muster"}, "sender": {"familyName": "Muster"},
              "proofOfDelivery": {"signed": {"name": "Muster"}, "signatureUrl": "https://pod/Muster"}},
            "status": {"timestamp": "2026-12-05T10:02:00", "statusCode": "delivered", "description": "MUSTER",
              "remark": "Muster", "location": {"address": {"streetAddress": "Musterweg 2"}}}
            """#
        let text = shipment(
            event("delivered", "Delivered - Signed for by: MUSTER", "Signed by MUSTER", city: "Musterweg 2, Duisburg"),
            event("transit", "", "The recipient Muster was informed", at: "2026-12-05T08:02:00"), more: details)
        let reading = try read(text, asked: [parcel])
        #expect(reading.events.map(\.milestone) == [.delivered, .position])
        #expect(reading.events.map(\.text) == [nil, nil])
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).lowercased().contains("muster"))
        #expect(!"\(reading)".replacing("archive", with: "").lowercased().contains("muster"))
        // What is kept says the same when it is read again.
        let again = try Reading.of(reading.summary.archive, try builtIn("dhl-unified"), asked: [parcel])
        #expect(again.events == reading.events)
    }

    @Test(arguments: [
        (404, #"{"title": "No result found", "status": 404}"#, AnswerVerdict.nothing),
        (404, "<html>not here</html>", .failed(kind: "status-404")), (429, "quota exceeded", .slowDown),
        (401, #"{"title": "Unauthorized"}"#, .blocked(reason: "status 401")),
        (500, #"{"title": "Oops"}"#, .failed(kind: "status-500")),
        (200, #"{"items": []}"#, .failed(kind: "shape-changed")),
        (200, #"{"shipments": []}"#, .data),
    ])
    func answersAreWhatTheyAre(status: Int, body: String, verdict: AnswerVerdict) throws {
        let ask = try #require(try builtIn("dhl-unified").ask)
        #expect(ask.verdict(status: status, contentType: nil, body: Array(body.utf8)) == verdict)
        let request = try ask.request(for: [parcel], baseURL: "https://d", secret: "k")
        #expect(request.url == "https://d/track/shipments?trackingNumber=00340434161094015902&language=en")
        #expect(request.headers.contains(.init("DHL-API-Key", "k")))
        #expect(ask.quota == AskRate("250/day"))
    }

    @Test func publishedSamplesAreKnownAndAccountedFor() throws {
        let files = Fixtures.published("dhl-unified")
        guard !files.isEmpty else { return print("skipped: there are no shared samples beside the package") }
        for file in files {
            let body = try Fixtures.bytes(at: file)
            let profile = try #require(try ProfileLibrary().recognise(body: body, fileName: nil), "\(file)")
            #expect(profile.name == "dhl-unified", "\(file)")
            let reading = try Reading.of(body, profile)
            #expect(reading.items.allSatisfy { $0.saysSomething || !$0.problems.isEmpty }, "\(file)")
            let kept = String(decoding: reading.summary.archive, as: UTF8.self)
            for name in ["JESSICA", "Doe", "John", "Oderweg"] { #expect(!kept.contains(name), "\(file): \(name)") }
        }
    }
}
