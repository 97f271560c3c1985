import Messages
import Testing
import Tracking

/// What the `cainiao` profile makes of answers of Cainiao's page, and when it takes one for no answer.
struct CainiaoTests {
    private static let number = "LP00765432109876"
    private let parcel = Subject(.parcel, .number, number)

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("cainiao"), asked: asked)
    }

    /// - Parameter clock: the members that tell the time.
    private static func point(
        _ code: String, _ clock: String = #""timeStr": "2026-11-20 10:00:00", "timeZone": "GMT+8""#,
        text: String = "Scanned"
    ) -> String {
        #"{\#(clock), "desc": "", "standerdDesc": "\#(text)", "actionCode": "\#(code)"}"#
    }

    private static func entry(_ points: String..., more: String = "") -> String {
        #"{"mailNo": "\#(number)", "originCountry": "Mainland China", "destCountry": "Germany", "status": "SIGN""#
            + more + #", "detailList": [\#(points.joined(separator: ","))]}"#
    }

    private static func answer(_ entry: String) -> String { #"{"module": [\#(entry)], "success": true}"# }

    @Test(
        arguments: [
            ("GWMS_ACCEPT", .announced), ("CONSIGN", .announced), ("GTMS_ASN", .announced),
            ("PU_PICKUP_SUCCESS", .accepted), ("PU_PICKUP_FAILURE", .unmapped), ("SC_INBOUND_SUCCESS", .sorted),
            ("SC_OUTBOUND_SUCCESS", .sorted), ("SC_TRANS_INBOUND_SUCCESS", .position), ("TD_TRANS_DEPART", .position),
            ("CW_OUTBOUND", .position), ("CC_EX_START", .exportDeclared), ("CC_EX_SUCCESS", .exportCleared),
            ("CC_EX_FAILURE", .exportHeld), ("LH_HO_IN_SUCCESS", .dispatched), ("LH_HO_AIRLINE", .dispatched),
            ("LH_DEPART", .departed), ("LH_ARRIVE", .arrived), ("LH_POST_COLLECTION", .unmapped),
            ("CC_HO_IN_SUCCESS", .presented), ("CC_HO_OUT_SUCCESS", .position), ("CC_IM_START", .importDeclared),
            ("CC_IM_SUCCESS", .importCleared), ("CC_IM_FAILURE", .importHeld), ("CUS_TAX", .unmapped),
            ("GTMS_ACCEPT", .handedOver), ("GTMS_SC_ARRIVE", .position), ("GTMS_DO_DEPART", .position),
            ("GTMS_DELIVERING", .outForDelivery), ("GTMS_SIGN_FAILURE", .deliveryFailed),
            ("GTMS_STA_SIGN_FAILURE", .unmapped), ("GTMS_WAIT_SELF_PICK", .readyForPickup),
            ("GTMS_STA_SIGNED", .readyForPickup), ("GSTA_INFORM_BUYER", .readyForPickup), ("GTMS_SIGNED", .delivered),
            ("SIGN", .delivered), ("GSTA_SIGN", .delivered), ("SIGNED", .unmapped), ("STA_SIGN", .unmapped),
            ("RT_WH_HO_IN", .returning), ("RT_WH_INBOUND_FAILURE", .returning), ("RETURNED", .returned),
            ("RT_DESTROY", .disposed), ("LH_NEW_CODE", .unmapped), ("", .unmapped),
        ] as [(String, Milestone)])
    func everyActionCodeIsReadAsWhatItIs(code: String, milestone: Milestone) throws {
        let reading = try read(Self.answer(Self.entry(Self.point(code))), asked: [parcel])
        #expect(reading.events.map(\.milestone) == [milestone])
        #expect(reading.events.map(\.rawCode) == [code.isEmpty ? "no-code" : code])
        #expect(reading.rejections.isEmpty)
    }

    @Test func dataSentAheadAreNoHandOver() throws {
        let text = "Local delivery company has received electronic information"
        let reading = try read(Self.answer(Self.entry(Self.point("GTMS_ACCEPT", text: text))))
        #expect(reading.events.map(\.milestone) == [.announced])
    }

    @Test func whatIsSignedForAfterAReturnBeganIsNoDelivery() throws {
        let later = #""timeStr": "2026-11-28 10:00:00", "timeZone": "GMT+1""#
        let reading = try read(Self.answer(Self.entry(Self.point("GTMS_SIGNED", later), Self.point("RT_INBOUND"))))
        #expect(reading.events.map(\.milestone) == [.unmapped, .returning])
    }

    @Test(
        arguments: [
            // Epochs made as if every clock showed Beijing's time, as they come.
            ("1748410407000", "2025-05-28 13:33:27", "GMT-3", "2025-05-28T16:33:27Z", -180, true),
            ("1747839077000", "2025-05-21 22:51:17", "GMT+8", "2025-05-21T14:51:17Z", 480, false),
            ("1748453607000", "2025-05-28 13:33:27", "GMT-4", "2025-05-28T17:33:27Z", -240, false),
            ("1748410407000", "2025-05-28 13:33:27", "GMT-04:00", "2025-05-28T17:33:27Z", -240, true),
            ("1748419407000", "2025-05-28 13:33:27", "GMT+05:30", "2025-05-28T08:03:27Z", 330, false),
            ("1748419407000", "2025-05-28 13:33:27", "GMT+0530", "2025-05-28T08:03:27Z", 330, false),
            ("1748439207000", "2025-05-28 13:33:27", "GMT+0", "2025-05-28T13:33:27Z", 0, false),
        ] as [(String, String, String, String, Int, Bool)])
    func theClockOfThePlaceIsBelieved(
        epoch: String, wall: String, zone: String, utc: String, offset: Int, isApart: Bool
    ) throws {
        let clock = #""time": \#(epoch), "timeStr": "\#(wall)", "timeZone": "\#(zone)""#
        let reading = try read(Self.answer(Self.entry(Self.point("LH_ARRIVE", clock))))
        let time = try #require(reading.events.first?.time)
        #expect(time.instant.iso8601UTC == utc && time.offsetMinutes == offset && time.basis == .reported)
        let apart = reading.problems.map { $0.kind == "two-clocks" && $0.severity == .warning }
        #expect(apart == (isApart ? [true] : []), "\(reading.problems)")
    }

    @Test func theTwoClocksAreTalkedOfOnceForAParcel() throws {
        let clocks = (10...19).map {
            #""time": 1748410407000, "timeStr": "2025-05-\#($0) 13:33:27", "timeZone": "GMT-3""#
        }
        let points = clocks.map { Self.point("GTMS_DELIVERING", $0) }.joined(separator: ",")
        let reading = try read(Self.answer(Self.entry(points)))
        #expect(reading.events.count == 10)
        #expect(reading.problems.map(\.kind) == ["two-clocks"])
        #expect(reading.problems[0].reason.contains("10 of 10"))
    }

    @Test(arguments: [
        (#""timeStr": "2026-11-20 10:00:00""#, "2026-11-20T02:00:00Z"),
        (#""time": 1795140000000"#, "2026-11-20T02:00:00Z"),
        (#""time": 1795140000000, "timeStr": null, "timeZone": "GMT+1""#, "2026-11-20T02:00:00Z"),
    ])
    func oneClockAloneIsAnAssumption(clock: String, utc: String) throws {
        let reading = try read(Self.answer(Self.entry(Self.point("LH_ARRIVE", clock))))
        #expect(reading.events.map(\.time.instant.iso8601UTC) == [utc])
        #expect(reading.events.map(\.time.basis) == [.assumed])
        #expect(reading.problems.map(\.kind) == ["one-clock"])
    }

    @Test func withoutAnyClockAnEventIsRejectedAndTheOthersAreNot() throws {
        let reading = try read(Self.answer(Self.entry(Self.point("LH_ARRIVE", #""x": 1"#), Self.point("LH_DEPART"))))
        #expect(reading.events.map(\.milestone) == [.departed])
        #expect(reading.rejections.map(\.kind) == ["no-time"])
    }

    @Test func theLocalNumberTheEstimateAndTheCountriesAreTaken() throws {
        let more =
            #", "copyRealMailNo": "H1000730000512301021", "destCpInfo": {"cpName": "Hermes", "cpCode": "X"}"#
            + #", "globalEtaInfo": {"deliveryMinTime": 1797206400000, "deliveryMaxTime": 1797638400000}"#
        let reading = try read(Self.answer(Self.entry(Self.point("LH_DEPART"), more: more)), asked: [parcel])
        #expect(
            reading.aliases.map { [$0.alias.code, $0.alias.identifier.issuer ?? "", $0.role.rawValue] }
                == [["H1000730000512301021", "Hermes", "last-mile"]])
        let estimate = try #require(reading.events.first { $0.classifier == .estimated })
        #expect(estimate.milestone == .delivered && estimate.time.precision == .day)
        #expect(
            reading.facts.map { "\($0.name) \($0.value)" } == ["country DE", "origin_country CN"])
        // What has arrived is expected no more.
        let done = try read(Self.answer(Self.entry(Self.point("GTMS_SIGNED"), more: more)))
        #expect(done.events.map(\.classifier) == [.actual])
    }

    @Test func anAnswerToTheLocalNumberIsTaken() throws {
        let local = Subject(.parcel, .number, "H1000730000512301021")
        let text = Self.answer(Self.entry(Self.point("LH_DEPART"), more: #", "realMailNo": "H1000730000512301021""#))
        let reading = try read(text, asked: [local])
        #expect(reading.rejections.isEmpty)
        #expect(reading.events.map(\.subject) == [parcel] && reading.aliases.map(\.alias) == [local])
        #expect(try read(text, asked: [Subject(.parcel, .number, "LP1")]).rejections.map(\.kind) == ["other-number"])
    }

    @Test func thePlaceStandsInBrackets() throws {
        let reading = try read(
            Self.answer(
                Self.entry(
                    Self.point("SC_INBOUND_SUCCESS", text: "[Urumqi] Processing at sorting center"),
                    Self.point("LH_DEPART", text: "Left from departure country/region"))))
        #expect(reading.events.map(\.place?.text) == ["URH", nil])
        #expect(reading.events.first?.text == "[Urumqi] Processing at sorting center")
    }

    @Test func whoSignedIsNobodysMatter() throws {
        let reading = try read(
            Self.answer(Self.entry(Self.point("GTMS_SIGNED", text: "Delivered, signed by: Erika Mustermann"))))
        #expect(reading.events.map(\.milestone) == [.delivered] && reading.events.map(\.text) == [nil])
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("Mustermann"))
    }

    @Test(arguments: [
        entry(point("LH_DEPART")), "[" + entry(point("LH_DEPART")) + "]", answer(entry(point("LH_DEPART"))),
    ])
    func anAnswerAndAPartOfOneAreKnown(text: String) throws {
        #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "cainiao")
        #expect(try read(text).events.map(\.subject) == [parcel])
    }

    @Test(arguments: [
        (answer(#"{"mailNo": "\#(number)", "mailNoSource": "EXTERNAL", "detailList": []}"#), "no-result"),
        (answer(#"{"mailNo": "\#(number)", "status": "SIGN"}"#), "no-list"), (answer("{}"), "no-subject"),
        (#"{"success": false}"#, "no-success"),
    ])
    func aFileThatSaysNothingIsRejectedWithItsReason(text: String, kind: String) throws {
        let reading = try read(text)
        #expect(reading.items.count == 1 && reading.events.isEmpty && reading.facts.isEmpty)
        #expect(reading.rejections.map(\.kind) == [kind])
    }

    @Test(arguments: [
        (200, answer(#"{"mailNo": "LP1", "mailNoSource": "EXTERNAL", "detailList": []}"#), AnswerVerdict.nothing),
        (200, answer(entry(point("LH_DEPART"))), .data),
        // What has lost its list is looked at, and not taken for nothing.
        (200, answer(#"{"mailNo": "LP1"}"#), .data), (200, #"{"success": true}"#, .failed(kind: "shape-changed")),
        (200, #"{"success": true, "module": null}"#, .failed(kind: "shape-changed")),
        (200, #"{"success": true, "module": []}"#, .failed(kind: "shape-changed")),
        (200, #"{"success": false, "module": [{"mailNo": "LP1", "detailList": []}]}"#, .failed(kind: "answer-false")),
        (
            200, #"{"rgv587_flag": "sm", "url": "https://carrier.example/punish"}"#,
            .blocked(reason: "a captcha: open the page in a browser, or ask less often")
        ),
        (200, "<!DOCTYPE html><script>punish</script>", .blocked(reason: "a web page instead of data")),
        (429, "", .slowDown), (403, "<html>", .blocked(reason: "status 403")), (502, "", .failed(kind: "status-502")),
    ])
    func knowsWhatAnAnswerIs(status: Int, body: String, verdict: AnswerVerdict) throws {
        let ask = try #require(try builtIn("cainiao").ask)
        #expect(ask.verdict(status: status, contentType: nil, body: Array(body.utf8)) == verdict)
    }

    @Test func asksForOneNumberWithoutASecret() throws {
        let ask = try #require(try builtIn("cainiao").ask)
        let request = try ask.request(for: [parcel], baseURL: "https://c.example", secret: nil)
        #expect(
            request.url == "https://c.example/global/detail.json?mailNos=\(Self.number)&lang=en-US&language=en-US")
        #expect(ask.batch == 1 && !ask.needsSecret)
    }

    @Test func thePublishedFragmentsAreRead() throws {
        let files = Fixtures.published("cainiao")
        guard files.count == 2 else {
            print("skipped: the published samples of Cainiao are not beside the package")
            return
        }
        let fragment = try Reading.of(try Fixtures.bytes(at: files[0]), try builtIn("cainiao"))
        #expect(fragment.events.map(\.milestone) == [.importCleared, .sorted, .delivered])
        #expect(fragment.problems.map(\.kind) == ["two-clocks"])
        #expect(try Reading.of(try Fixtures.bytes(at: files[1]), try builtIn("cainiao")).rejections.count == 1)
    }
}
