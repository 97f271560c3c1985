import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct LoopbackServerTests {
    @Test func servesACarrierOverHTTP() async throws {
        let fixture = try CarrierFixture { $0.apiKey = "k" }
        let server = try LoopbackServer()
        #expect(server.port != 0)
        let serving = Task { try await fixture.carrier.serve(on: server) }
        defer { serving.cancel() }

        let container = fixture.world.trips[0].number
        let base = "http://127.0.0.1:\(server.port)"
        _ = try await answer("\(base)/simulator/clock", "POST", body: #"{"advanceSeconds": 3888000}"#)
        let (body, response) = try await answer("\(base)/v2/events?equipmentReference=\(container)&limit=3")
        #expect(response.statusCode == 200)
        #expect(response.value(forHTTPHeaderField: "Next-Page-Cursor") != nil)
        let asked = fixture.ask("/v2/events?equipmentReference=\(container)&limit=3", ["api-key": "k"])
        #expect(Array(body) == asked.body)
        #expect(fixture.carrier.log.byContainer[container] == 2)
    }

    @Test func answersManyAtOnce() async throws {
        let fixture = try CarrierFixture()
        let server = try LoopbackServer()
        let serving = Task { try await fixture.carrier.serve(on: server) }
        defer { serving.cancel() }
        let numbers = fixture.world.trips.map(\.number)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<64 {
                let number = numbers[index % numbers.count]
                group.addTask {
                    try await answer("http://127.0.0.1:\(server.port)/v3/events?equipmentReference=\(number)").1
                        .statusCode
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 64))
    }

    @Test func refusesAPortThatIsTaken() throws {
        let server = try LoopbackServer()
        #expect(throws: (any Error).self) { try LoopbackServer(port: server.port) }
    }
}

private func answer(_ url: String, _ method: String = "GET", body: String? = nil) async throws
    -> (Data, HTTPURLResponse)
{
    var request = URLRequest(url: try #require(URL(string: url)))
    request.httpMethod = method
    request.httpBody = body.map { Data($0.utf8) }
    request.setValue("k", forHTTPHeaderField: "API-Key")
    let (data, response) = try await URLSession.shared.data(for: request)
    return (data, try #require(response as? HTTPURLResponse))
}
