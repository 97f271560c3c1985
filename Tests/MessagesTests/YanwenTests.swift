import Messages
import Testing
import Tracking

/// What the `yanwen` profile makes of Yanwen's answers.
struct YanwenTests {
    private static let number = "UG251542831MV"

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("yanwen"), asked: asked)
    }

    private static func point(
        _ status: String, zone: String = #""+8""#, at: String = "2026-11-20T18:52:19", text: String = "Scanned",
        location: String = ""
    ) -> String {
        #"{"time_stamp": "\#(at)", "time_zone": \#(zone), "tracking_status": "\#(status)", "message": "\#(text)", "#
            + #""location": "\#(location)"}"#
    }

    private static func answer(_ points: String..., status: String = "SC20", code: Int = 0) -> String {
        #"{"code": \#(code), "message": "success", "result": [{"tracking_number": "\#(number)", "tracking_status": "#
            + #""\#(status)", "checkpoints": [\#(points.joined(separator: ","))]}], "elapsedMilliseconds": 56}"#
    }

    @Test(arguments: [("PU10", Milestone.accepted), ("SC20", .unmapped), ("LM40", .unmapped), ("", .unmapped)])
    func onlyWhatIsCertainHasAMilestone(status: String, milestone: Milestone) throws {
        let reading = try read(Self.answer(Self.point(status, text: "Delivered")))
        #expect(reading.events.map(\.milestone) == [milestone])
        #expect(reading.events.map(\.rawCode) == [status.isEmpty ? "no-status" : status])
        #expect(reading.events.map(\.text) == ["Delivered"])
        #expect(reading.events.map(\.subject) == [Subject(.parcel, .upuS10, Self.number)])
    }

    @Test(
        arguments: [
            (#""+8""#, "", "2026-11-20T10:52:19Z", .reported), (#""8""#, "", "2026-11-20T10:52:19Z", .reported),
            ("8", "", "2026-11-20T10:52:19Z", .reported), (#""+1""#, "", "2026-11-20T17:52:19Z", .reported),
            (#""-3""#, "", "2026-11-20T21:52:19Z", .reported), ("null", "", "2026-11-20T10:52:19Z", .assumed),
            ("\"\"", "Duisburg", "2026-11-20T17:52:19Z", .place),
        ] as [(String, String, String, ZoneBasis)])
    func timesAreInTheZoneThatIsWritten(zone: String, location: String, utc: String, basis: ZoneBasis) throws {
        let reading = try read(Self.answer(Self.point("PU10", zone: zone, location: location)))
        #expect(reading.events.map(\.time.instant.iso8601UTC) == [utc])
        #expect(reading.events.map(\.time.basis) == [basis])
    }

    @Test(arguments: [
        (answer(status: "NOTFOUND"), "no-result"),
        (#"{"code": 7, "message": "no key", "result": null}"#, "answer-code"),
        (#"{"result": [{"checkpoints": []}]}"#, "no-subject"),
    ])
    func aFileThatSaysNothingIsRejectedWithItsReason(text: String, kind: String) throws {
        let reading = try read(text)
        #expect(reading.items.count == 1 && reading.events.isEmpty && reading.rejections.map(\.kind) == [kind])
    }

    @Test func anAnswerAboutAnotherNumberIsRejected() throws {
        let reading = try read(Self.answer(Self.point("PU10")), asked: [Subject(.parcel, .number, "UG1")])
        #expect(reading.events.isEmpty && reading.rejections.map(\.kind) == ["other-number"])
    }

    @Test(arguments: [
        (200, answer(point("PU10")), AnswerVerdict.data), (200, answer(status: "NOTFOUND"), .nothing),
        (200, #"{"code": 0, "message": "success", "result": []}"#, .nothing),
        // An error is no answer about a number, whatever else stands in it.
        (200, #"{"code": 7, "message": "no key", "result": []}"#, .failed(kind: "answer-7")),
        (200, #"{"code": 0}"#, .failed(kind: "shape-changed")), (401, "", .blocked(reason: "status 401")),
        (429, "", .slowDown),
    ])
    func knowsWhatAnAnswerIs(status: Int, body: String, verdict: AnswerVerdict) throws {
        let ask = try #require(try builtIn("yanwen").ask)
        #expect(ask.verdict(status: status, contentType: nil, body: Array(body.utf8)) == verdict)
    }

    @Test func showsTheCustomerNumber() throws {
        let ask = try #require(try builtIn("yanwen").ask)
        let request = try ask.request(
            for: [Subject(.parcel, .upuS10, Self.number)], baseURL: "https://y.example", secret: "10000")
        #expect(request.url == "https://y.example/api/tracking?nums=\(Self.number)")
        #expect(request.headers.contains(.init("Authorization", "10000")))
    }

    @Test func itsAnswerIsRecognised() throws {
        for text in [Self.answer(Self.point("PU10")), Self.answer(status: "NOTFOUND")] {
            #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "yanwen")
        }
    }

    @Test func thePublishedSampleIsRead() throws {
        let files = Fixtures.published("yanwen")
        guard let file = files.first else {
            print("skipped: the published sample of Yanwen is not beside the package")
            return
        }
        let reading = try Reading.of(try Fixtures.bytes(at: file), try builtIn("yanwen"))
        #expect(
            reading.events.map { "\($0.milestone.rawValue) \($0.time.iso8601)" } == [
                "accepted 2019-08-15T18:52:19+08:00"
            ])
        #expect(reading.problems.isEmpty)
    }
}
