import Messages
import Testing
import Tracking

/// What the `transcontainer` profile makes of answers and of histories kept of them.
struct TransContainerTests {
    private let box = subject("MRKU9465770")

    private func ask() throws -> AskTemplate { try #require(try builtIn("transcontainer").ask) }

    private func text(_ name: String) throws -> String {
        String(decoding: try Fixtures.bytes("transcontainer/\(name).json"), as: UTF8.self)
    }

    @Test(arguments: ["live", "dostyk", "history"])
    func answersAndHistoriesAreRecognised(name: String) throws {
        let body = try Fixtures.bytes("transcontainer/\(name).json")
        #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "transcontainer")
    }

    /// An instant is the same everywhere; only its writing is Moscow's.
    @Test func theInstantStaysAndTheClockIsThatOfTheStation() throws {
        let reading = try Reading.of(text("dostyk"), builtIn("transcontainer"), asked: [box])
        let event = try #require(reading.events.first)
        #expect(event.time.iso8601 == "2026-11-21T05:40:00+05:00" && event.place?.text == "DST")
        #expect(event.milestone == .attached && event.country == "KZ" && event.subject == box)
        #expect(reading.facts.map { "\($0.name) \($0.value)" } == ["km_left 4120"])
        // Of a country with many clocks nothing is guessed.
        let east = try #require(try Reading.of(text("live"), builtIn("transcontainer")).events.first)
        #expect(east.time.iso8601 == "2026-11-20T09:20:00+03:00" && east.place?.text == "name:Ugolnaya")
        #expect(east.sourceID == "7b1f1f0e-5d0f-4d3b-9f2f-0d8f3a1c0001" && east.country == "RU")
    }

    @Test(arguments: [
        ("Погрузка контейнеров в вагоны", Milestone.loaded), ("Отправление контейнера со станции (в пути)", .departed),
        ("Отправление вагона с жд станции(в пути)", .departed), ("Прибытие контейнера на станцию (в пути)", .arrived),
        ("Включение вагона в поезд (4/0)", .attached), ("Выгрузка отменена", .unmapped), ("Loading", .unmapped),
    ])
    func aStatusIsAMilestoneOnlyWhereItIsInTheTable(status: String, milestone: Milestone) throws {
        let body = try text("live").replacing("Погрузка контейнеров в вагоны", with: status)
        let events = try Reading.of(body, builtIn("transcontainer")).events
        #expect(events.map(\.milestone) == [milestone] && events.map(\.rawCode) == [status])
    }

    @Test func aHistoryNamesNoContainerAndSaysHowToNameIt() throws {
        let nameless = try Reading.of(text("history"), builtIn("transcontainer"))
        #expect(nameless.events.isEmpty && nameless.rejections.count == 3)
        #expect(nameless.rejections.allSatisfy { $0.kind == "no-subject" && $0.reason.contains("--about") })
        let named = try Reading.of(text("history"), builtIn("transcontainer"), asked: [box])
        #expect(named.events.map(\.milestone) == [.loaded, .departed, .unmapped])
        #expect(named.events.map(\.subject) == [box, box, box] && named.rejections.isEmpty)
        #expect(named.events[1].time.iso8601 == "2026-11-21T15:50:00+05:00")
    }

    @Test(arguments: [
        (
            200, #"{"error": "captcha_verification_failed"}"#,
            AnswerVerdict.blocked(reason: "captcha_verification_failed")
        ),
        (400, #"{"error": "captcha_verification_failed"}"#, .blocked(reason: "captcha_verification_failed")),
        (403, "", .blocked(reason: "status 403")),
        (200, #"{"result": [], "meta": {"search_type": "equipment"}}"#, .nothing),
        (200, #"{"error": "internal"}"#, .failed(kind: "answer-internal")), (200, "{}", .failed(kind: "shape-changed")),
        (200, #"{"result": [{"event_id": "1"}], "meta": {}}"#, .data), (429, "", .slowDown),
        (200, "<html>", .blocked(reason: "a web page instead of data")),
    ])
    func aRefusalIsNoAnswer(status: Int, body: String, verdict: AnswerVerdict) throws {
        #expect(try ask().verdict(status: status, contentType: "application/json", body: Array(body.utf8)) == verdict)
    }

    @Test func asksOfOneContainerWithoutASecret() throws {
        let request = try ask().request(for: [box], baseURL: "https://t.example", secret: nil)
        #expect(request.url == "https://t.example/api/unauthorized/dislocation?search_type=equipment&term=MRKU9465770")
        #expect(try builtIn("transcontainer").coverage.history == .latest)
    }

    @Test func publishedSamplesAreAccountedFor() throws {
        let samples = Fixtures.published("transcontainer")
        if samples.isEmpty { print("skipped: no published TransContainer samples beside the package") }
        for sample in samples {
            let body = try Fixtures.bytes(at: sample)
            #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "transcontainer")
            let reading = try Reading.of(body, builtIn("transcontainer"), asked: [box])
            #expect(reading.items.count == reading.events.count && reading.problems.isEmpty)
            #expect(!reading.events.contains { $0.milestone == .unmapped })
            #expect(try Reading.of(body, builtIn("transcontainer")).rejections.count == reading.items.count)
        }
    }
}
