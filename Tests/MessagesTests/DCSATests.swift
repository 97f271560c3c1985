import Foundation
import Messages
import Testing
import Tracking

/// What the `dcsa` profile makes of events as DCSA Track & Trace 2.2 and 3.0 have them.
struct DCSATests {
    private static let fields: [(name: String, text: String)] = [
        ("eventID", #""0b5f3f54-6d0d-4f0a-9a55-3a1a6e4c0001""#), ("eventCreatedDateTime", #""2026-11-20T07:05:00Z""#),
        ("eventType", #""EQUIPMENT""#), ("eventClassifierCode", #""ACT""#),
        ("eventDateTime", #""2026-11-20T11:20:00+08:00""#),
        ("equipmentEventTypeCode", #""GTIN""#), ("equipmentReference", #""MRKU9465770""#),
    ]

    /// An event with some fields changed, or left out where nil.
    private func event(_ changes: [String: String?] = [:]) -> String {
        let known = Self.fields.compactMap { field -> String? in
            guard let change = changes[field.name] else { return "\"\(field.name)\": \(field.text)" }
            return change.map { "\"\(field.name)\": \($0)" }
        }
        let added = changes.filter { change in !Self.fields.contains { $0.name == change.key } }
            .compactMap { change in change.value.map { "\"\(change.key)\": \($0)" } }
        return "{\((known + added).joined(separator: ", "))}"
    }

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("dcsa"), asked: asked)
    }

    @Test func readsVersion2() throws {
        let reading = try Reading.of(
            try Fixtures.bytes("dcsa/rail-v2.json"), try builtIn("dcsa"),
            asked: [subject("MRKU9465770")])
        let loaded = try #require(reading.items[0].events.first)
        #expect(loaded.subject == subject("MRKU9465770"))
        #expect(loaded.milestone == .loaded)
        #expect(loaded.rawCode == "EQUIPMENT.LOAD")
        #expect(loaded.load == .laden)
        #expect(loaded.place == PlaceReference(text: "URH"))
        #expect(loaded.country == "CN")
        #expect(loaded.time.offsetMinutes == 480)
        #expect(loaded.text == "RAIL")
        #expect(loaded.version == "2026-11-20T07:05:00.000Z")
        #expect(reading.items[0].links.map(\.parent) == [Subject(.consignment, .number, "BK778899")])
        #expect(reading.items[0].links.map(\.basis) == [nil])
        #expect(reading.items[0].facts.map(\.value).sorted() == ["45G1", "CN0042", "SH0043"])
        #expect(Set(reading.items[1].events.map(\.subject)) == [subject("MRKU9465770"), subject("FESU5332167")])
        #expect(reading.items[1].events.map(\.version) == ["2026-11-20T07:00:00.000Z", "2026-11-20T07:00:00.000Z"])
        #expect(reading.items[2].problems.map(\.kind) == ["other-number"])
        #expect(reading.items[3].events.map(\.subject) == [subject("MRKU9465770")])
        #expect(reading.items[3].events.map(\.classifier) == [.estimated])
        #expect(reading.items[3].events.first?.place?.text == "name:Terminal nobody has heard of")
    }

    @Test func readsVersion3() throws {
        let reading = try Reading.of(try Fixtures.bytes("dcsa/rail-v3.json"), try builtIn("dcsa"))
        #expect(reading.rejections.isEmpty)
        #expect(reading.items.map(\.position) == ["$.events[0]", "$.events[1]"])
        let event = try #require(reading.events.first)
        #expect(event.sourceID == "RAILCO|SMDG|LCL|e-1")
        #expect(event.version == "2026-11-24T04:00:00.000Z")
        #expect(event.milestone == .loaded)
        #expect(reading.links.map(\.parent.kind) == [.consignment, .wagon])
        #expect(reading.links.map(\.basis) == [nil, .observed])
        #expect(reading.links.first?.parent.identifier.issuer == "RAILCO")
        #expect(reading.events.last?.retracted == true)
        #expect(reading.events.last?.sourceID == "RAILCO|SMDG|LCL|e-0")
    }

    @Test func takesTheNumberAskedWhereAnEventNamesNobody() throws {
        let text = "[\(event(["equipmentReference": nil]))]"
        #expect(try read(text, asked: [subject("FESU5332167")]).events.map(\.subject) == [subject("FESU5332167")])
        #expect(try read(text).rejections.map(\.kind) == ["no-subject"])
        let two = [subject("FESU5332167"), subject("MRKU9465770")]
        #expect(try read(text, asked: two).rejections.map(\.kind) == ["no-subject"])
    }

    @Test func refusesAnAnswerAboutAnotherNumber() throws {
        let reading = try read("[\(event())]", asked: [subject("FESU5332167")])
        #expect(reading.events.isEmpty)
        #expect(reading.facts.isEmpty)
        #expect(reading.rejections.map(\.kind) == ["other-number"])
        let booking = Subject(.consignment, .number, "BK1")
        let mentioned = event([
            "documentReferences": #"[{"documentReferenceType": "VGM", "documentReferenceValue": "BK1"}]"#
        ])
        #expect(try read("[\(mentioned)]", asked: [booking]).events.count == 1)
    }

    @Test(arguments: ["eventID", "eventType", "eventDateTime", "eventClassifierCode", "equipmentEventTypeCode"])
    func explainsAMissingField(name: String) throws {
        for missing in [event([name: nil]), event([name: "null"]), event([name: "\"\""])] {
            let reading = try read("[\(missing)]")
            #expect(!reading.items[0].saysSomething)
            #expect(reading.rejections.contains { $0.column == name }, "\(missing)")
        }
    }

    @Test(arguments: [
        ("eventDateTime", #""2026-02-30T10:00:00Z""#, "bad-time"), ("eventDateTime", #""yesterday""#, "bad-time"),
        ("eventDateTime", #""2026-11-20""#, "bad-time"), ("eventDateTime", #""2026-11-20T25:00:00Z""#, "bad-time"),
        ("eventCreatedDateTime", #""20 Nov 2026""#, "bad-time"), ("eventClassifierCode", #""DONE""#, "bad-field"),
        ("eventType", #""PARTY""#, "bad-field"), ("eventID", "17", "bad-field"), ("eventID", "{}", "bad-field"),
        ("equipmentReference", #""BOX 12""#, "bad-number"),
    ])
    func explainsABadField(name: String, value: String, kind: String) throws {
        let reading = try read("[\(event([name: value]))]")
        #expect(!reading.items[0].saysSomething)
        #expect(reading.rejections.map(\.kind) == [kind])
    }

    @Test(arguments: ["[]", "7", #""text""#, "null", #"{"someEvents": []}"#, "{}"])
    func explainsAnElementThatIsNoEvent(element: String) throws {
        let reading = try read("[\(element), \(event())]")
        #expect(reading.items[0].problems.contains { $0.severity == .rejection })
        #expect(reading.items[1].events.count == 1)
    }

    @Test func warnsOfWhatIsDoubtfulAndKeepsIt() throws {
        let odd = try read("[\(event(["eventID": #""evt-7""#]))]")
        #expect(odd.events.map(\.sourceID) == ["evt-7"])
        #expect(odd.problems.map(\.severity) == [.warning])
        let digit = try read("[\(event(["equipmentReference": #""TRHU4561222""#]))]")
        #expect(digit.events.count == 1)
        #expect(digit.problems.map(\.kind) == ["check-digit"])
        let local = try read("[\(event(["eventDateTime": #""2026-11-20T11:20:00""#]))]")
        #expect(local.events.map(\.time.basis) == [.assumed])
        #expect(local.problems.map(\.kind) == ["no-offset"])
    }

    @Test func leavesAnUnknownCodeUnmapped() throws {
        let reading = try read("[\(event(["equipmentEventTypeCode": #""ZZZZ""#]))]")
        #expect(reading.events.map(\.milestone) == [.unmapped])
        #expect(reading.events.map(\.rawCode) == ["EQUIPMENT.ZZZZ"])
    }

    @Test func keepsAnUnknownPlaceUnresolved() throws {
        let reading = try read("[\(event(["eventLocation": #"{"UNLocationCode": "XYABC"}"#]))]")
        #expect(reading.events.first?.place == PlaceReference(unresolved: "XYABC", scheme: "unlocode"))
    }

    @Test(arguments: [("ACT", EventClassifier.actual), ("PLN", .planned), ("EST", .estimated), ("REQ", .planned)])
    func neverMakesAPlanAnEvent(code: String, classifier: EventClassifier) throws {
        #expect(try read("[\(event(["eventClassifierCode": "\"\(code)\""]))]").events.map(\.classifier) == [classifier])
    }

    @Test(arguments: ["dcsa/rail-v2.json", "dcsa/rail-v3.json"])
    func takesNothingFromAnAnswerThatIsCutAnywhere(file: String) throws {
        let body = try Fixtures.bytes(file)
        let profile = try builtIn("dcsa")
        let reader = try MessageReader(profile: profile, places: .corridor)
        let complete = try #require(body.lastIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") })
        for length in 0...complete {
            var reports = 0
            #expect(throws: ReadFailure.self, "cut at \(length)") {
                _ = try reader.read(Array(body[..<length]), receivedAt: Reading.receivedAt, chunk: 1) { _ in
                    reports += 1
                }
            }
            #expect(reports == 0, "cut at \(length)")
        }
    }

    @Test(.enabled(if: !Fixtures.published("dcsa").isEmpty, "the published samples are not beside this package"))
    func explainsOrTakesEveryPublishedEvent() throws {
        let profile = try builtIn("dcsa")
        for url in Fixtures.published("dcsa") where !url.lastPathComponent.contains("-error-") {
            let body = [UInt8](try Data(contentsOf: url))
            let reading = try Reading.of(body, profile)
            #expect(reading.summary.items == reading.items.count)
            #expect(reading.items.allSatisfy { $0.saysSomething || !$0.problems.isEmpty }, "\(url.lastPathComponent)")
            let isWrong = url.lastPathComponent.contains("wrong")
            #expect(isWrong || reading.rejections.isEmpty, "\(url.lastPathComponent): \(reading.rejections)")
            #expect(!isWrong || !reading.problems.isEmpty, "\(url.lastPathComponent)")
        }
    }
}
