import Foundation
import HTTPFetch
import Messages
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Parcels that are asked about forty at a time, and the answers to such questions.
enum ParcelBatch {
    static func parcels(_ range: Range<Int>) -> [Subject] {
        range.map { Subject(.parcel, .number, "PX\(100_000 + $0)") }
    }

    /// Read once: to read them all takes longer than the rest of a test.
    private static let profile = Result { try ProfileLibrary().profile(named: "17track") }

    static func plan(rate: Double = .infinity, quota: Int? = nil, concurrent: Int = 1) throws -> CarrierPlan {
        CarrierPlan(
            name: "line-a", profile: try #require(try profile.get()), baseURL: "https://carrier.example", secret: "key",
            requestsPerSecond: rate, quotaPerDay: quota, concurrent: concurrent,
            interval: .hours(1))
    }

    /// The numbers in the body of a request.
    static func numbers(_ request: HTTPRequest) throws -> [String] {
        struct Number: Decodable { var number: String }
        return try JSONDecoder().decode([Number].self, from: request.body ?? Data()).map(\.number)
    }

    /// Tells of every number asked.
    static func telling(_ request: HTTPRequest) throws -> HTTPResponse {
        let told = try numbers(request).map { number in
            """
            {"number": "\(number)", "carrier": 3011, "track_info": {"latest_status": {"status": "InTransit"},
              "tracking": {"providers": [{"provider": {"key": 3011}, "events": [
                {"time_iso": "2026-11-20T10:15:00+01:00", "description": "Scanned", "location": "Duisburg, Germany",
                 "stage": null, "sub_status": "InTransit_Other"}]}]}}}
            """
        }
        return json("{\"code\": 0, \"data\": {\"accepted\": [\(told.joined(separator: ","))], \"rejected\": []}}")
    }

    static func json(_ text: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
    }

    /// Tells of every number, unless one of `spoilers` is among them: then it answers `spoiled`.
    static func spoiling(_ spoilers: Set<String>, _ spoiled: HTTPResponse) -> ScriptedFetcher.Step {
        .look { request in
            try spoilers.isDisjoint(with: numbers(request)) ? try telling(request) : spoiled
        }
    }
}
