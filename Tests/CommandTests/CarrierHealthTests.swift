import Foundation
import Store
import TestSupport
import Testing
import Tracking

/// What `caravan status` and `caravan carriers` say of a carrier that is not asked at present.
struct CarrierHealthTests {
    private static let now = Instant(seconds: 1_795_248_000)  // 2026-11-21T08:00Z

    private func line(_ state: CarrierState) async throws -> (text: String, json: [String: Any]) {
        let counter = try Counter()
        let settings = try counter.file(
            "caravan.yaml", "carriers: [{ name: line-a, profile: dcsa, base_url: https://a.example }]")
        #expect(
            try counter.run(["watch", "MRKU9465770", "--carrier", "line-a", "--settings", settings]).errors.isEmpty)
        try await StoreWriter(path: counter.database).save(state)
        let text = try counter.run(["status"]).output.split(separator: "\n").first { $0.hasPrefix("carrier") }
        let listed = try counter.run(["carriers", "--settings", settings]).output.split(separator: "\n").last
        let spoken = try #require(text?.split(separator: " ", maxSplits: 1).last?.drop { $0 == " " })
        #expect(listed.map { spoken.hasPrefix($0.prefix(20)) } ?? false)
        let object = try JSONSerialization.jsonObject(with: Data(try counter.run(["status", "--json"]).output.utf8))
        let carriers = (object as? [String: Any])?["carriers"] as? [[String: Any]]
        return (String(spoken), try #require(carriers?.first))
    }

    @Test func ofOneThatWantsAPauseItIsSaidHowLong() async throws {
        var state = CarrierState(carrier: "line-a")
        state.notBefore = Self.now.advanced(by: .minutes(12))
        let (text, json) = try await line(state)
        #expect(text.hasSuffix(", left alone for 12 min"))
        #expect(json["notBefore"] as? String == "2026-11-21T08:12:00Z" && json["isTried"] as? Bool == false)
    }

    @Test func ofOneInTroubleItIsSaidThatItIsTried() async throws {
        var state = CarrierState(carrier: "line-a")
        state.trips = 1
        state.notBefore = Self.now.advanced(by: .seconds(-1))
        let (text, json) = try await line(state)
        #expect(text.hasSuffix(", tried with one number at a time") && json["isTried"] as? Bool == true)
        state.notBefore = Self.now.advanced(by: .seconds(30))
        #expect(try await line(state).text.hasSuffix(", left alone for 30 s, then tried with one number"))
    }

    @Test func ofOneThatRefusesUsItIsSaidWhyAndWhenItIsTriedAgain() async throws {
        var state = CarrierState(carrier: "line-a")
        (state.trips, state.blockedSince, state.blockedReason) = (1, Self.now, "status 401")
        state.notBefore = Self.now.advanced(by: .hours(1))
        let (text, json) = try await line(state)
        #expect(text.hasSuffix(", blocked: status 401, left alone for 1 h 0 min, then tried with one number"))
        #expect(json["blockedReason"] as? String == "status 401")
    }
}
