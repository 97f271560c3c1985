import Messages
import Testing
import Tracking

/// A carrier of the user's is a file, and nothing has to be compiled for it.
struct UserProfileTests {
    private func profile() throws -> Profile {
        let yaml = String(decoding: try Fixtures.bytes("profiles/parcel-carrier.yaml"), as: UTF8.self)
        return try Profile(yaml: yaml, file: "parcel-carrier.yaml")
    }

    private static let answer = Array(
        #"""
        {"shipments": [{"id": "00340434161094015902", "weight": {"value": 0.50, "unit": "kg"}, "partner": "oepag",
          "localNumber": "1012345678", "receiver": {"name": "Anna Muster"},
          "references": [{"type": "container-number", "number": "MRKU9465770"}, {"type": "housebill", "number": "H1"}],
          "events": [{"timestamp": "2026-12-05T10:02:00", "statusCode": "delivered", "description": "An der Tür",
                      "location": {"countryCode": "DE", "city": "Duisburg"}},
                     {"timestamp": "2026-12-04T07:00:00", "statusCode": "teleported", "location": {"countryCode": "DE"}}]}],
         "nextUrl": "/track?page=2"}
        """#.utf8)

    private let parcel = Subject(.parcel, .number, "00340434161094015902")

    @Test func mapsSeveralEventsOfOneItem() throws {
        let reading = try Reading.of(Self.answer, try profile(), asked: [parcel])
        #expect(reading.problems.isEmpty)
        #expect(reading.events.map(\.milestone) == [.delivered, .unmapped])
        #expect(reading.events.map(\.rawCode) == ["delivered", "teleported"])
        #expect(reading.events.map(\.time.basis) == [.place, .place])
        #expect(reading.events.first?.time.offsetMinutes == 60)
        #expect(reading.links.map(\.parent) == [subject("MRKU9465770")])
        #expect(reading.facts.map(\.value) == ["0.50"])
        #expect(reading.aliases.map(\.alias) == [Subject(.parcel, .number, "1012345678", issuer: "oepag")])
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("Muster"))
    }

    @Test func asksForManyNumbersAtOnceAndKnowsItsAnswers() throws {
        let ask = try #require(try profile().ask)
        let request = try ask.request(
            for: [parcel, Subject(.parcel, .number, "X2")], baseURL: "https://c", secret: "k")
        #expect(request.method == "POST")
        #expect(
            String(decoding: request.body ?? [], as: UTF8.self)
                == #"{"numbers":[{"no":"00340434161094015902"},{"no":"X2"}]}"#)
        #expect(ask.quota == AskRate(requests: 250, interval: .seconds(86400)))
        #expect(ask.nextPage(header: { _ in nil }, body: Self.answer) == "/track?page=2")
        let none = Array(#"{"title": "No result found", "status": 404}"#.utf8)
        #expect(ask.verdict(status: 404, contentType: nil, body: none) == .nothing)
        #expect(ask.verdict(status: 404, contentType: nil, body: Array("{}".utf8)) == .failed(kind: "status-404"))
    }

    @Test func isRecognisedByItsPaths() throws {
        let library = try ProfileLibrary(user: [try profile()])
        #expect(library.recognise(body: Self.answer, fileName: nil)?.name == "parcel-carrier")
    }
}
