import Foundation
import Messages
import Testing
import Tracking

/// What the `epcis` profile makes of events, in every shape in which they come.
struct EPCISTests {
    private static let bag = "urn:epc:id:sscc:0614141.1234567890"
    private let bag = Subject(.bag, .sscc, "106141412345678908")
    private let box = Subject(.container, .iso6346, "MRKU9465770")

    /// An event; a member given as nil is left out.
    static func event(_ members: [String: String?] = [:]) -> String {
        var all: [String: String?] = [
            "type": #""ObjectEvent""#, "eventID": #""urn:uuid:1""#, "eventTime": #""2026-11-20T06:56:00Z""#,
            "eventTimeZoneOffset": #""+08:00""#, "action": #""OBSERVE""#, "epcList": #"["urn:epc:id:bic:MRKU9465770"]"#,
            "bizStep": #""departing""#,
        ]
        for (name, value) in members { all[name] = value }
        return "{"
            + all.compactMap { name, value in value.map { "\"\(name)\": \($0)" } }.sorted().joined(separator: ",") + "}"
    }

    static func aggregation(
        _ action: String, children: String? = #"["urn:epc:id:sgtin:0614141.107346.2017"]"#,
        _ more: [String: String?] = [:]
    )
        -> String
    {
        event(
            [
                "type": #""AggregationEvent""#, "action": "\"\(action)\"", "parentID": "\"\(bag)\"", "epcList": nil,
                "childEPCs": children, "bizStep": #""packing""#,
            ].merging(more) { $1 })
    }

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("epcis"), asked: asked)
    }

    // MARK: - Shapes

    @Test(arguments: [
        #"{"@context": [], "type": "EPCISDocument", "epcisBody": {"eventList": [EVENT]}}"#,
        #"{"type": "EPCISQueryDocument", "epcisBody": {"queryResults": {"queryName": "q", "resultsBody": {"eventList": [EVENT]}}}}"#,
        "EVENT", "[EVENT]",
    ])
    func everyShapeIsKnownAndRead(shape: String) throws {
        let text = shape.replacing("EVENT", with: Self.event())
        #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "epcis")
        let reading = try read(text)
        #expect(reading.problems.isEmpty)
        #expect(reading.events.map(\.subject) == [box])
        #expect(reading.events.map(\.milestone) == [.departed])
        #expect(reading.events.map(\.time.iso8601) == ["2026-11-20T14:56:00+08:00"])
        #expect(reading.events.map(\.sourceID) == ["urn:uuid:1"])
    }

    @Test func aDocumentWithoutEventsIsRefusedAndAnEmptyListSaysNothing() throws {
        let reading = try read(#"{"type": "EPCISDocument", "epcisBody": {}}"#)
        #expect(reading.rejections.map(\.kind) == ["missing-field"])
        #expect(try read(#"{"type": "EPCISDocument", "epcisBody": {"eventList": []}}"#).items.isEmpty)
    }

    @Test(arguments: [
        #""ObjectEvent""#, #"["ObjectEvent", "https://example.com/Own"]"#, #""https://gs1.org/voc/ObjectEvent""#,
    ])
    func aTypeMayBeANameOrAList(type: String) throws {
        #expect(try read(Self.event(["type": type])).events.count == 1)
    }

    // MARK: - What happened

    @Test(arguments: [
        ("departing", Milestone.departed, "departing"), ("urn:epcglobal:cbv:bizstep:loading", .loaded, "loading"),
        ("https://ref.gs1.org/cbv/BizStep-unloading", .discharged, "unloading"),
        ("cbv:BizStep-arriving", .arrived, "arriving"),
        ("accepting", .accepted, "accepting"), ("cycle_counting", .unmapped, "cycle_counting"),
        ("https://example.com/step/weighing", .unmapped, "https://example.com/step/weighing"),
    ])
    func aStepMeansTheSameInEverySpelling(step: String, milestone: Milestone, code: String) throws {
        let event = try #require(try read(Self.event(["bizStep": "\"\(step)\""])).events.first)
        #expect(event.milestone == milestone)
        #expect(event.rawCode == code)
    }

    @Test(arguments: [
        ("shipping", "returned", Milestone.returning), ("receiving", "urn:epcglobal:cbv:disp:returned", .returned),
        ("inspecting", "https://ref.gs1.org/cbv/Disp-damaged", .damaged), ("shipping", "in_transit", .dispatched),
    ])
    func aDispositionMaySayMoreThanTheStep(step: String, disposition: String, milestone: Milestone) throws {
        let text = Self.event(["bizStep": "\"\(step)\"", "disposition": "\"\(disposition)\""])
        #expect(try read(text).events.map(\.milestone) == [milestone])
    }

    @Test func anEventWithoutAStepStaysVisible() throws {
        let event = try #require(try read(Self.event(["bizStep": nil])).events.first)
        #expect(event.milestone == .unmapped)
        #expect(event.rawCode == "ObjectEvent.OBSERVE")
    }

    @Test(arguments: [
        ("2026-11-20T06:56:00Z", "+02:00", "2026-11-20T08:56:00+02:00"),
        ("2026-11-20T14:56:00.250+08:00", "-06:00", "2026-11-20T00:56:00.250-06:00"),
        ("2026-11-20T14:56:00.123456+08:00", "+08:00", "2026-11-20T14:56:00.123+08:00"),
        ("2026-11-20T14:56:00", "+05:30", "2026-11-20T14:56:00+05:30"),
        ("2024-02-29T23:30:00Z", "+14:00", "2024-03-01T13:30:00+14:00"),
    ])
    func theInstantIsEventTimesAndTheClockIsTheOffsets(at: String, offset: String, shown: String) throws {
        let text = Self.event(["eventTime": "\"\(at)\"", "eventTimeZoneOffset": "\"\(offset)\""])
        let event = try #require(try read(text).events.first)
        #expect(event.time.iso8601 == shown)
        #expect(event.time.basis == .reported)
    }

    @Test(arguments: [
        ("https://example.com/unlocode/CNULZ", "URH"),
        ("urn:epc:id:sgln:0614141.07346.1234", "uri:urn:epc:id:sgln:0614141.07346.1234"),
        ("geo:43.8,87.6", "uri:geo:43.8,87.6"),
    ])
    func aPlaceIsOneOfOursOrAsItCame(uri: String, place: String) throws {
        let reading = try read(Self.event(["readPoint": "{\"id\": \"\(uri)\"}", "bizLocation": #"{"id": "geo:0,0"}"#]))
        #expect(reading.events.map { $0.place?.text } == [place])
    }

    // MARK: - What was inside

    @Test(
        arguments: [
            ("ADD", "2026-11-20T14:56:00+08:00", nil, [.packed]),
            ("OBSERVE", "2026-11-20T14:56:00+08:00", nil, [.packed]),
            ("DELETE", nil, "2026-11-20T14:56:00+08:00", [.packed]),
        ] as [(String, String?, String?, [Milestone])])
    func anAggregationLinksFromOrUntilItsTime(action: String, from: String?, until: String?, told: [Milestone]) throws {
        let reading = try read(Self.aggregation(action))
        let link = try #require(reading.links.first)
        #expect(reading.links.count == 1)
        #expect(link.child.code == "https://id.gs1.org/01/10614141073464/21/2017")
        #expect(link.parent == bag)
        #expect(link.from?.iso8601 == from)
        #expect(link.until?.iso8601 == until)
        #expect(link.basis == .observed)
        #expect(link.sourceID == "urn:uuid:1")
        #expect(reading.events.map(\.subject) == [bag])
        #expect(reading.events.map(\.milestone) == told)
    }

    @Test func aThousandThingsInOneBagAreEachLinkedOnce() throws {
        let things = (0..<1000).map { "\"urn:epc:id:sgtin:0614141.107346.\($0)\"" }
        let children = "[\((things + things).joined(separator: ","))]"
        let reading = try read("[\(Self.aggregation("ADD", children: children)), \(Self.aggregation("OBSERVE"))]")
        #expect(reading.items.map(\.links.count) == [1000, 1])
        let seen = try read(Self.event(["epcList": children]))
        #expect(Set(seen.events.map(\.subject)).count == 1000)
        #expect(seen.events.count == 1000)
    }

    @Test func takingAPartOutIsNoUnpackingOfTheWhole() throws {
        let reading = try read(Self.aggregation("DELETE", ["bizStep": #""unpacking""#]))
        #expect(reading.events.isEmpty)
        #expect(reading.links.count == 1)
    }

    @Test(arguments: [String?.none, "[]"])
    func aDeletionWithoutChildrenEmptiesTheParent(children: String?) throws {
        for step in [#""unpacking""#, nil] {
            let event = try #require(
                try read(Self.aggregation("DELETE", children: children, ["bizStep": step])).events.first)
            #expect(event.subject == bag)
            #expect(event.milestone == .stripped)
            #expect(event.load == .empty)
        }
    }

    @Test func aPlaceIsNoCarrierAndTheEventIsAboutWhatWasThere() throws {
        let text = Self.aggregation(
            "ADD", ["type": #""AssociationEvent""#, "parentID": #""urn:epc:id:sgln:4012345.00002.12""#])
        let reading = try read(text)
        #expect(reading.links.isEmpty)
        #expect(reading.events.map(\.subject.kind) == [.parcel])
    }

    @Test func packingIntoAContainerIsStuffing() throws {
        let text = Self.aggregation(
            "ADD", children: "[\"\(Self.bag)\"]", ["parentID": #""urn:epc:id:bic:MRKU9465770""#])
        let reading = try read(text)
        #expect(reading.events.map(\.milestone) == [.stuffed])
        #expect(reading.links.map { [$0.child, $0.parent] } == [[bag, box]])
    }

    // MARK: - Papers

    @Test func aBillIsAConsignmentAndOtherPapersAreFacts() throws {
        let papers = #"""
            [{"type": "bol", "bizTransaction": "urn:epcglobal:cbv:bt:6901234000009:URX1234567"},
             {"type": "https://ref.gs1.org/cbv/BTT-po", "bizTransaction": "https://shop.example/po/7"},
             {"bizTransaction": "urn:uuid:9"}]
            """#
        let text = Self.event(["type": #""TransactionEvent""#, "action": #""ADD""#, "bizTransactionList": papers])
        let reading = try read(text)
        let link = try #require(reading.links.first)
        #expect(reading.links.count == 1)
        #expect(link.child == box)
        #expect(link.parent == Subject(.consignment, .number, "URX1234567", issuer: "6901234000009"))
        #expect(link.basis == .declared)
        #expect(link.from?.iso8601 == "2026-11-20T14:56:00+08:00")
        #expect(
            reading.facts.map { "\($0.name)=\($0.value)" }.sorted() == [
                "document=urn:uuid:9", "po=https://shop.example/po/7",
            ])
        let ending = try read(text.replacing(#""ADD""#, with: #""DELETE""#))
        #expect(ending.links.map { $0.until?.iso8601 } == ["2026-11-20T14:56:00+08:00"])
        let named = try read(text.replacing("TransactionEvent", with: "ObjectEvent"))
        #expect(named.links.map { $0.from == nil && $0.until == nil } == [true])
    }

    @Test func aPaperWithoutAStepMovesNothing() throws {
        let papers = #"[{"type": "bol", "bizTransaction": "urn:epc:id:ginc:6901234.CIM702688"}]"#
        let reading = try read(
            Self.event([
                "type": #""TransactionEvent""#, "action": #""ADD""#, "bizStep": nil, "bizTransactionList": papers,
            ]))
        #expect(reading.events.isEmpty)
        #expect(reading.links.map(\.parent.code) == ["https://id.gs1.org/401/6901234CIM702688"])
    }

    // MARK: - Taken back

    private static let declaration =
        #"{"declarationTime": "2026-11-21T00:00:00Z", "reason": "did_not_occur", "correctiveEventIDs": ["urn:uuid:2"]}"#

    @Test func anErrorDeclarationTakesBackTheEventAndItsLinks() throws {
        let reading = try read(Self.aggregation("ADD", ["errorDeclaration": Self.declaration]))
        #expect(reading.events.map(\.retracted) == [true])
        #expect(reading.events.map(\.sourceID) == ["urn:uuid:1"])
        #expect(reading.events.map(\.version) == ["2026-11-21T00:00:00.000Z"])
        #expect(reading.links.map(\.retracted) == [true])
        #expect(reading.links.map(\.sourceID) == ["urn:uuid:1"])
        #expect(reading.facts.isEmpty)
    }

    @Test func withoutAnIdTheEventIsKnownByWhatItSays() throws {
        let told = try read(Self.event(["eventID": nil, "recordTime": #""2026-11-20T07:00:00Z""#]))
        let back = try read(Self.event(["eventID": nil, "errorDeclaration": Self.declaration]))
        #expect(told.events.map(\.sourceID) == back.events.map(\.sourceID))
        #expect(told.events.first?.sourceID?.contains("departing") == true)
        #expect(back.events.map(\.retracted) == [true])
    }

    // MARK: - What cannot be taken

    @Test(
        arguments: [
            (["eventTime": nil], ["missing-field"]), (["eventTime": #""yesterday""#], ["bad-time"]),
            (["action": nil], ["missing-field"]), (["action": #""SEEN""#], ["bad-field"]),
            (["type": nil], ["missing-field"]),
            (["epcList": #"["urn:epc:id:bic:CARTON12"]"#], ["bad-number"]),
            (["epcList": #"["urn:epc:id:gsrn:0614141.0000010253"]"#], ["not-one-thing"]),
        ] as [([String: String?], [String])])
    func whatIsWrongSaysWhy(members: [String: String?], kinds: [String]) throws {
        let reading = try read("[\(Self.event(members)), \(Self.event(["eventID": #""urn:uuid:5""#]))]")
        #expect(reading.items[0].problems.filter { $0.severity == .rejection }.map(\.kind) == kinds)
        #expect(!reading.items[0].saysSomething)
        #expect(reading.items[1].events.count == 1, "the others are taken")
    }

    @Test(
        arguments: [
            (["type": #""TransformationEvent""#], "not-followed"),
            (["type": #""https://example.com/Own""#], "not-followed"),
            (
                [
                    "epcList": nil,
                    "quantityList": #"[{"epcClass": "urn:epc:class:lgtin:4012345.012345.9", "quantity": 3}]"#,
                ], "no-number"
            ),
        ] as [([String: String?], String)])
    func whatNamesNoSingleThingIsUnmappedAndSaid(members: [String: String?], kind: String) throws {
        let reading = try read("[\(Self.event(members))]")
        #expect(reading.rejections.isEmpty)
        #expect(reading.problems.map(\.kind) == [kind])
        #expect(reading.items.map(\.saysSomething) == [false])
    }

    @Test func aMissingOffsetIsAWarning() throws {
        let reading = try read(Self.event(["eventTimeZoneOffset": nil]))
        #expect(reading.problems.map(\.kind) == ["no-offset"])
        #expect(reading.events.map(\.time.iso8601) == ["2026-11-20T06:56:00Z"])
    }

    @Test func whoOwnsTheGoodsIsNotKept() throws {
        let owners = #"[{"type": "owning_party", "source": "urn:epc:id:pgln:9520001.11111"}]"#
        let reading = try read(
            #"{"type": "EPCISDocument", "epcisBody": {"eventList": ["# + Self.event(["sourceList": owners]) + "]}}")
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("pgln"))
        #expect(reading.events.count == 1)
    }

    // MARK: - Asking

    private func ask() throws -> AskTemplate { try #require(try builtIn("epcis").ask) }

    @Test func asksAboutTheNumberAsEPCISWritesIt() throws {
        let request = try ask().request(for: [box], baseURL: "https://epcis.example/v2/", secret: "k")
        #expect(
            request.url == "https://epcis.example/v2/events?MATCH_anyEPC=urn%3Aepc%3Aid%3Abic%3AMRKU9465770"
                + "&orderBy=recordTime&orderDirection=ASC&perPage=100")
        #expect(request.headers.contains(.init("GS1-EPCIS-Version", "2.0")))
        let next = try #require(
            try ask().nextPage { name in
                name == "Link" ? #"<https://epcis.example/v2/events?nextPageToken=t1>; rel="next""# : nil
            })
        let second = try ask().request(for: [box], baseURL: "https://epcis.example/v2", secret: "k", page: next)
        #expect(second.url == "https://epcis.example/v2/events?nextPageToken=t1")
    }

    @Test(arguments: [
        (404, AnswerVerdict.nothing), (401, .blocked(reason: "status 401")), (403, .blocked(reason: "status 403")),
        (413, .failed(kind: "status-413")), (429, .slowDown), (200, .data),
    ])
    func aProblemIsToldByItsStatus(status: Int, verdict: AnswerVerdict) throws {
        let body = Array(#"{"type": "epcisException:QueryTooLargeException", "title": "no", "status": 413}"#.utf8)
        let isProblem = status != 200
        #expect(
            try ask().verdict(
                status: status, contentType: isProblem ? "application/problem+json" : "application/json",
                body: isProblem ? body : Array("{}".utf8)) == verdict)
    }

    @Test func anAnswerAboutAnotherNumberIsRefused() throws {
        #expect(try read(Self.event(), asked: [box]).events.count == 1)
        #expect(try read(Self.event(), asked: [bag]).rejections.map(\.kind) == ["other-number"])
    }

    // MARK: - Published documents

    @Test func everyPublishedDocumentIsAccountedFor() throws {
        let folders = ["epcis", "epcis/association", "epcis/all-fields"]
        let files = folders.flatMap { Fixtures.published($0) }.filter { $0.pathExtension == "jsonld" }
        guard !files.isEmpty else {
            print("skipped: the published samples are not beside the package")
            return
        }
        for file in files {
            let body = try Fixtures.bytes(at: file)
            #expect(try ProfileLibrary().recognise(body: body, fileName: file.lastPathComponent)?.name == "epcis")
            let reading = try Reading.of(body, try builtIn("epcis"))
            #expect(!reading.items.isEmpty, "\(file.lastPathComponent)")
            for item in reading.items where !item.saysSomething {
                #expect(!item.problems.isEmpty, "\(file.lastPathComponent) \(item.position)")
            }
            #expect(reading.rejections.allSatisfy { $0.kind == "not-one-thing" }, "\(file.lastPathComponent)")
        }
    }
}
