import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

/// A carrier of a small world whose clock stands still, and what is needed to ask it.
struct CarrierFixture {
    let world: World
    let clock: SimulatedClock
    let carrier: DCSACarrier
    let real = Locked(Duration.seconds(1))

    init(
        _ world: World = World.demo(), habits: CarrierHabits = CarrierHabits(),
        options change: (inout CarrierOptions) -> Void = { _ in }
    ) throws {
        self.world = world
        let real = real
        let start = world.trains[0].departure.advanced(by: .days(-30))
        clock = SimulatedClock(start: start, speed: 0) { real.withLock { $0 } }
        var options = CarrierOptions()
        options.habits = habits
        change(&options)
        carrier = try DCSACarrier(world: world, clock: clock, zones: ZoneTable(), options: options) {
            real.withLock { $0 }
        }
    }

    func ask(_ target: String, _ headers: [String: String] = [:]) -> CarrierAnswer {
        carrier.answer(CarrierRequest("GET", target, headers: headers))
    }

    /// All pages of a listing; `between` runs after each page.
    func pages(
        _ version: DCSAVersion, _ container: String, limit: Int,
        between: () -> Void = {}
    ) throws -> [[[String: Any]]] {
        var pages: [[[String: Any]]] = []
        var cursor: String?
        repeat {
            let next = cursor.map { "&cursor=\($0)" } ?? ""
            let answer = ask("/\(version.rawValue)/events?equipmentReference=\(container)&limit=\(limit)" + next)
            #expect(answer.status == 200)
            pages.append(try Self.events(answer, version))
            cursor = answer.header("next-page-cursor")
            between()
        } while cursor != nil
        return pages
    }

    func events(_ version: DCSAVersion, _ container: String) throws -> [[String: Any]] {
        try pages(version, container, limit: 1000).flatMap { $0 }
    }

    static func events(_ answer: CarrierAnswer, _ version: DCSAVersion) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(answer.body))
        guard version == .v3 else { return try #require(json as? [[String: Any]]) }
        return try #require((json as? [String: Any])?["events"] as? [[String: Any]])
    }
}
