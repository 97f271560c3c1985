import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct LastMileCarrierTests {
    private let world = World.demo()

    private func carrier(at instant: Instant, key: String? = nil) throws -> LastMileCarrier {
        let clock = SimulatedClock(start: instant, speed: 0)
        return LastMileCarrier(world: world, clock: clock, zones: try ZoneTable(), apiKey: key)
    }

    private var parcel: TrueParcel {
        get throws { try #require(world.trips.first?.bags().first?.parcels.first) }
    }

    private func ask(_ carrier: LastMileCarrier, _ number: String, _ headers: [String: String] = [:]) -> CarrierAnswer {
        carrier.answer(CarrierRequest("GET", "/track/shipments?trackingNumber=\(number)", headers: headers))
    }

    private func events(_ answer: CarrierAnswer) throws -> [[String: Any]] {
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
        let shipments = try #require(json["shipments"] as? [[String: Any]])
        return try #require(shipments.first?["events"] as? [[String: Any]])
    }

    @Test func aNumberIsUnknownUntilItsLabelIsPrintedAndForEverInOtherWorlds() throws {
        let first = try #require(world.trips.first)
        let start = try carrier(at: try #require(first.events.first).at)
        #expect(try ask(start, parcel.lastMile).status == 404)
        let end = try carrier(at: try #require(first.events.last).at.advanced(by: .days(60)))
        #expect(ask(end, "RB000000005DE").status == 404)
    }

    @Test func theLabelIsAnnouncedWhileTheBoxIsAtDostyk() throws {
        let first = try #require(world.trips.first)
        let dostyk = try #require(first.first(.borderArrived, at: .dostyk)).at
        let told = try events(ask(try carrier(at: dostyk), parcel.lastMile))
        #expect(told.map { $0["statusCode"] as? String } == ["pre-transit"])
    }

    @Test func everythingIsToldNewestFirstWithTheClockOfThePlace() throws {
        let delivered = try #require(try parcel.events.last { $0.milestone == .delivered })
        let told = try events(ask(try carrier(at: delivered.at), parcel.lastMile))
        #expect(told.first?["statusCode"] as? String == "delivered")
        #expect(told.last?["statusCode"] as? String == "pre-transit")
        let at = try #require(told.first?["timestamp"] as? String)
        #expect(at.count == 19, "no offset: \(at)")
        let local = try ZoneTable().local(delivered.at, at: .duisburg).timestamp
        #expect(local.hasPrefix(at))
    }

    @Test func aWrongKeyIsRefused() throws {
        let guarded = try carrier(at: Instant(milliseconds: 0), key: "secret")
        #expect(ask(guarded, "X").status == 401)
        #expect(ask(guarded, "X", ["dhl-api-key": "secret"]).status == 404)
        #expect(
            guarded.answer(CarrierRequest("GET", "/track/shipments", headers: ["dhl-api-key": "secret"])).status == 400)
    }
}
