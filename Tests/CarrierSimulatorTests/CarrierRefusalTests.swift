import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct CarrierRefusalTests {
    @Test func letsInOnlyThoseWithTheKey() throws {
        let fixture = try CarrierFixture { $0.apiKey = "secret" }
        let target = "/v2/events?equipmentReference=\(fixture.world.trips[0].number)"
        #expect(fixture.ask(target).status == 401)
        #expect(fixture.ask(target, ["api-key": "wrong"]).status == 401)
        #expect(fixture.ask(target, ["api-key": "secret"]).status == 200)
    }

    @Test func saysHowLongToWaitAndCountsThoseWhoDoNot() throws {
        let fixture = try CarrierFixture { $0.rateLimit = RateLimit(perSecond: 0.5, burst: 2) }
        let target = "/v2/events?equipmentReference=\(fixture.world.trips[0].number)"
        let answers = (0..<4).map { _ in fixture.ask(target) }
        #expect(answers.map(\.status) == [200, 200, 429, 429])
        #expect(answers[2].header("Retry-After") == "2")
        #expect(fixture.carrier.log.refused == 2 && fixture.carrier.log.violations == 1)
        fixture.real.withLock { $0 += .seconds(2) }
        #expect(fixture.ask(target).status == 200)
        #expect(fixture.carrier.log.requests == 5)
        #expect(fixture.carrier.log.byContainer == [fixture.world.trips[0].number: 5])
    }

    @Test(arguments: [
        ("GET", "/v2/events", 400), ("GET", "/v2/events?equipmentReference=A,B", 400),
        ("GET", "/v2/events?equipmentReference=X&limit=0", 400),
        ("GET", "/v2/events?equipmentReference=X&limit=ten", 400),
        ("GET", "/v4/events?equipmentReference=X", 404), ("GET", "/", 404),
        ("POST", "/v2/events?equipmentReference=X", 405), ("PUT", "/simulator/clock", 405),
        ("POST", "/simulator/clock", 400),
    ])
    func explainsWhatIsWrongWithARequest(method: String, target: String, status: Int) throws {
        let answer = try CarrierFixture().carrier.answer(CarrierRequest(method, target))
        #expect(answer.status == status)
        let json = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        #expect(json?["statusCode"] as? Int == status)
        #expect((json?["errors"] as? [[String: String]])?.first?["message"]?.isEmpty == false)
    }

    @Test(arguments: ["p5", "p5-", "x5-2", "p-1-2", "p9999-0", "p5-2-3"])
    func refusesACursorThatIsNotItsOwn(cursor: String) throws {
        let fixture = try CarrierFixture()
        fixture.clock.advance(by: .days(40))
        let container = fixture.world.trips[0].number
        #expect(fixture.ask("/v2/events?equipmentReference=\(container)&cursor=\(cursor)").status == 400)
    }

    @Test func obeysItsClockDoor() throws {
        let fixture = try CarrierFixture()
        func post(_ body: String) -> CarrierAnswer {
            fixture.carrier.answer(CarrierRequest("POST", "/simulator/clock", body: Array(body.utf8)))
        }
        #expect(post(#"{"set": "2026-11-20T14:56:00+08:00"}"#).status == 200)
        #expect(fixture.clock.now == Instant(seconds: 1_795_157_760))
        #expect(post(#"{"advanceSeconds": 3600, "speed": 5}"#).status == 200)
        #expect(fixture.clock.now == Instant(seconds: 1_795_161_360) && fixture.clock.speed == 5)
        #expect(post(#"{"set": "tomorrow"}"#).status == 400)
        let state = String(decoding: fixture.ask("/simulator/clock").body, as: UTF8.self)
        #expect(state.contains(#""now":"2026-11-20T07:56:00Z""#))
    }

    @Test func keepsItsOwnDoorsOutOfTheLog() throws {
        let fixture = try CarrierFixture { $0.apiKey = "secret" }
        #expect(fixture.ask("/simulator/log").status == 200)
        #expect(fixture.carrier.log == RequestLog())
        _ = fixture.ask("/v2/events?equipmentReference=X")
        #expect(String(decoding: fixture.ask("/simulator/log").body, as: UTF8.self).contains(#""byStatus":{"401":1}"#))
        _ = fixture.carrier.answer(CarrierRequest("DELETE", "/simulator/log"))
        #expect(fixture.carrier.log.requests == 0)
    }
}
