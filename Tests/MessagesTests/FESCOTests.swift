import Messages
import Testing
import Tracking

/// What the `fesco` profile makes of the portal's answers.
struct FESCOTests {
    private let box = subject("FESU5332167")
    private let hidden = subject("MRKU9465770")
    private let bill = Subject(.consignment, .number, "FLCE2400123")

    private func text() throws -> String {
        String(decoding: try Fixtures.bytes("fesco/tracking.json"), as: UTF8.self)
    }

    private func ask() throws -> AskTemplate { try #require(try builtIn("fesco").ask) }

    @Test func containersAndTheirBillAreTold() throws {
        let body = try text()
        #expect(try ProfileLibrary().recognise(body: Array(body.utf8), fileName: nil)?.name == "fesco")
        let reading = try Reading.of(body, builtIn("fesco"))
        #expect(reading.items.count == 2 && reading.rejections.isEmpty)
        #expect(reading.links.map { [$0.child, $0.parent] } == [[box, bill]])
        #expect(reading.problems.map(\.kind) == ["unavailable"])
        #expect(reading.facts.map { "\($0.name) \($0.value)" } == ["km_left 0"])
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("A Company"))
    }

    @Test func operationsAreMilestonesByTheirTable() throws {
        let events = try Reading.of(text(), builtIn("fesco")).events.filter { !$0.rawCode.hasPrefix("segment") }
        #expect(
            events.map { "\($0.rawCode) \($0.milestone.rawValue)" } == [
                "Departed Full to Consignee gated-out", "Wagon has left the station departed",
                "Выгружается груженным discharged", "Взвешивание unmapped",
            ])
        #expect(!events.contains { $0.milestone == .delivered })
        #expect(events.map(\.load) == [.laden, nil, .laden, nil])
        // Nobody says what zone a date is in: a known place tells it, and otherwise it is an assumption.
        #expect(events[0].place?.text == "MOW" && events[0].time.basis == .place)
        #expect(events[1].time.basis == .assumed && events[1].time.iso8601 == "2026-11-12T04:31:00+03:00")
    }

    /// A segment said to be completed may still run.
    @Test(arguments: [
        (#""destinationDate": "2026-11-06 17:00:00""#, true, ["actual"]), (#""destinationDate": null"#, true, []),
        (#""destinationDate": "2026-11-06 17:00:00""#, false, ["estimated"]),
    ])
    func aSegmentEndsWithItsDateOfArrival(date: String, completed: Bool, told: [String]) throws {
        var body = try text().replacing(#""destinationDate": "2026-11-06 17:00:00""#, with: date)
        if !completed {
            body = body.replacing(
                #""currentSegment": false, "completed": true"#, with: #""currentSegment": false, "completed": false"#)
        }
        let events = try Reading.of(body, builtIn("fesco")).events
        let ends = events.filter { $0.rawCode == "segment.destination" && $0.classifier != .planned }
        #expect(ends.map(\.classifier.rawValue) == told)
        #expect(events.filter { $0.rawCode == "segment.destination" && $0.classifier == .planned }.count == 2)
    }

    @Test func severalNumbersAreOneQuestion() throws {
        let request = try ask().request(for: [box, hidden, bill], baseURL: "https://f.example/", secret: nil)
        #expect(
            request.url
                == "https://f.example/api/v2/lk/tracking?numbers=FESU5332167&numbers=MRKU9465770&numbers=FLCE2400123")
        #expect(request.headers.contains(.init("X-Lk-Lang", "en")))
        let body = Array(try text().utf8)
        let missing = subject("TKRU4596490")
        #expect(
            try ask().numbers(in: body, asked: [box, hidden, bill, missing])
                == [box: .told, hidden: .nothing, bill: .told, missing: .nothing])
        let reading = try Reading.of(body, builtIn("fesco"), asked: [bill])
        #expect(reading.links.count == 1 && reading.items[0].problems.isEmpty)
        #expect(reading.items[1].problems.map(\.kind) == ["unavailable"])
    }

    @Test func repeatedParametersNeedTheirText() {
        let yaml = """
            name: p
            title: P
            reads: json
            each: $
            ask: { about: [container], url: "{base_url}/t?{parameters}" }
            facts: SELECT 1 AS value
            """
        #expect(throws: ProfileMistakes.self) { try Profile(yaml: yaml, file: "p") }
    }
}
