import Foundation
import HTTPFetch
import Messages
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Carriers that want their questions signed, and those that tell "nothing" in ways of their own.
struct SignedCarrierTests {
    private static func parcels(_ range: Range<Int>) -> [Subject] {
        range.map { Subject(.parcel, .number, "PX\(100_000 + $0)") }
    }

    private static func plan(_ profile: String, secret: String?) throws -> CarrierPlan {
        var plan = try Lab.plan()
        plan.profile = try #require(try ProfileLibrary().profile(named: profile))
        plan.secret = secret
        return plan
    }

    private static func fields(_ request: HTTPRequest) -> [String: String] {
        let body = String(decoding: request.body ?? Data(), as: UTF8.self)
        return Dictionary(
            body.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
                return (parts[0], parts.count > 1 ? parts[1] : "")
            }
        ) { first, _ in first }
    }

    private static func numbers(_ request: HTTPRequest) throws -> [String] {
        struct Numbers: Decodable { var trackingNumber: [String] }
        return try JSONDecoder().decode(Numbers.self, from: Data((fields(request)["msgData"] ?? "").utf8))
            .trackingNumber
    }

    /// SF tells of every second number, in an answer within an answer.
    private static let sf = ScriptedFetcher.Step.look { request in
        let told = try numbers(request).enumerated().map { index, number in
            let route = #"{"acceptTime": "2026-11-20 10:00:00", "acceptAddress": "", "remark": "x", "opCode": "50"}"#
            return #"{"mailNo": "\#(number)", "routes": [\#(index % 2 == 0 ? route : "")]}"#
        }
        let inside =
            #"{"success": true, "errorCode": "S0000", "msgData": {"routeResps": [\#(told.joined(separator: ","))]}}"#
        let quoted = String(decoding: try JSONEncoder().encode(inside), as: UTF8.self)
        let text = #"{"apiResultCode": "A1000", "apiResultData": \#(quoted)}"#
        return HTTPResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
    }

    @Test func everyQuestionToSFIsSignedAnewAndAboutTenNumbers() async throws {
        let lab = try Lab(ScriptedFetcher(Self.sf))
        let parcels = Self.parcels(0..<25)
        try lab.watch(parcels)
        let draws = Seen<Double>()
        let summary = try await lab.poller(
            try Self.plan("sf-express", secret: "partner:word"),
            random: {
                draws.add(0)
                return Double(draws.values.count % 251) / 251
            }
        ).pass()
        #expect(summary.requests == 3 && summary.failures.isEmpty)
        let asked = lab.fetcher.requests.map(Self.fields)
        #expect(Set(asked.compactMap { $0["requestID"] }).count == 3)
        #expect(
            asked.allSatisfy { $0["timestamp"] == String(Instant.noon.milliseconds) && $0["partnerID"] == "partner" })
        #expect(try lab.fetcher.requests.map { try Self.numbers($0).count }.sorted() == [5, 10, 10])
        let answers = try parcels.map { try lab.poll(of: $0)?.answer }
        #expect(answers.filter { $0 == "news" }.count == 13 && answers.filter { $0 == "nothing" }.count == 12)
    }

    @Test(arguments: [
        ("A1006", "blocked"), ("A1004", "blocked"), ("A1005", "slow-down"), ("A1002", "answer-A1002"),
    ])
    func aRefusalIsNoNews(code: String, kind: String) async throws {
        let body = #"{"apiErrorMsg": "no", "apiResultCode": "\#(code)", "apiResultData": ""}"#
        let lab = try Lab(ScriptedFetcher(.text(body)))
        try lab.watch(Self.parcels(0..<2))
        let summary = try await lab.poller(try Self.plan("sf-express", secret: "partner:word")).pass()
        #expect(summary.failures == [.init(carrier: "line-a", kind: kind): 2])
        for parcel in Self.parcels(0..<2) { #expect(try lab.poll(of: parcel)?.answer == "failed") }
    }

    @Test func aSecretThatIsNoPairAsksNobody() async throws {
        let lab = try Lab(ScriptedFetcher(Self.sf))
        try lab.watch(Self.parcels(0..<1))
        let summary = try await lab.poller(try Self.plan("sf-express", secret: "word")).pass()
        #expect(summary.requests == 0 && summary.failures == [.init(carrier: "line-a", kind: "secret"): 1])
    }

    @Test func cainiaosEmptyListChangesNothingThatIsKnown() async throws {
        let parcel = Self.parcels(0..<1)[0]
        let told = #"""
            {"success": true, "module": [{"mailNo": "\#(parcel.code)", "detailList": [{"time": 1795140000000,
             "timeStr": "2026-11-20 10:00:00", "timeZone": "GMT+8", "standerdDesc": "x", "actionCode": "LH_DEPART"}]}]}
            """#
        let empty = #"{"success": true, "module": [{"mailNo": "\#(parcel.code)", "detailList": []}]}"#
        let lab = try Lab(ScriptedFetcher(.text(told), .text(empty), .text("<!DOCTYPE html><p>punish")))
        try lab.watch([parcel])
        let poller = lab.poller(try Self.plan("cainiao", secret: nil))
        for (answer, failure) in [("news", nil), ("nothing", nil), ("failed", "blocked")] as [(String, String?)] {
            _ = try await poller.pass()
            #expect(try lab.poll(of: parcel)?.answer == answer && lab.poll(of: parcel)?.failure == failure)
            #expect(try lab.events(of: parcel).map(\.milestone) == [.departed])
            lab.clock.turn(by: .hours(2))
        }
    }

    @Test func yanwensUnknownNumberIsNothing() async throws {
        let parcel = Self.parcels(0..<1)[0]
        let body = #"""
            {"code": 0, "message": "success", "result": [{"tracking_number": "\#(parcel.code)",
             "tracking_status": "NOTFOUND", "checkpoints": []}]}
            """#
        let lab = try Lab(ScriptedFetcher(.text(body)))
        try lab.watch([parcel])
        _ = try await lab.poller(try Self.plan("yanwen", secret: "10000")).pass()
        #expect(try lab.poll(of: parcel)?.answer == "nothing" && lab.events(of: parcel).isEmpty)
        #expect(lab.fetcher.requests.first?.headers["Authorization"] == "10000")
    }
}
