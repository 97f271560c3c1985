import Foundation
import HTTPFetch
import Messages
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Several numbers in one request: each has its own answer.
struct BatchTests {
    private static func parcels(_ range: Range<Int>) -> [Subject] {
        range.map { Subject(.parcel, .number, "PX\(100_000 + $0)") }
    }

    /// The numbers in the body of a request.
    private static func numbers(_ request: HTTPRequest) throws -> [String] {
        struct Number: Decodable { var number: String }
        return try JSONDecoder().decode([Number].self, from: request.body ?? Data()).map(\.number)
    }

    private static func told(_ number: String, at: String = "2026-11-20T10:15:00+01:00") -> String {
        """
        {"number": "\(number)", "carrier": 3011, "track_info": {"latest_status": {"status": "InTransit"},
          "tracking": {"providers": [{"provider": {"key": 3011}, "events": [
            {"time_iso": "\(at)", "description": "Scanned", "location": "Duisburg, Germany", "stage": null,
             "sub_status": "InTransit_Other"}]}]}}}
        """
    }

    private static func refused(_ number: String, _ code: Int) -> String {
        #"{"number": "\#(number)", "error": {"code": \#(code), "message": "no"}}"#
    }

    private static func answer(_ accepted: [String], _ rejected: [String] = []) -> String {
        "{\"code\": 0, \"data\": {\"accepted\": [\(accepted.joined(separator: ","))], "
            + "\"rejected\": [\(rejected.joined(separator: ","))]}}"
    }

    /// Tells of every number asked, and takes every registration.
    private static let telling = ScriptedFetcher.Step.look { request in
        let text = answer(try numbers(request).map { told($0) })
        return HTTPResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
    }

    private static func plan(rate: Double = .infinity, quota: Int? = nil, concurrent: Int = 1) throws -> CarrierPlan {
        var plan = try Lab.plan(rate: rate, quota: quota, concurrent: concurrent)
        plan.profile = try #require(try ProfileLibrary().profile(named: "17track"))
        return plan
    }

    private func lab(_ fetcher: ScriptedFetcher, _ count: Int = 3) throws -> Lab {
        let lab = try Lab(fetcher)
        try lab.watch(Self.parcels(0..<count))
        return lab
    }

    private func paths(_ lab: Lab) -> [String] {
        lab.fetcher.requests.map { String($0.url.split(separator: "/").last ?? "") }
    }

    @Test(arguments: [(1, [1]), (40, [40]), (41, [40, 1]), (95, [40, 40, 15])])
    func asManyNumbersGoIntoARequestAsTheCarrierTakes(count: Int, sizes: [Int]) async throws {
        let lab = try lab(ScriptedFetcher(Self.telling), count)
        let summary = try await lab.poller(try Self.plan(concurrent: 3)).pass()
        #expect(summary.requests == sizes.count)
        let asked = try lab.fetcher.requests.map(Self.numbers)
        #expect(asked.map(\.count).sorted(by: >) == sizes)
        #expect(asked.flatMap { $0 }.sorted() == Self.parcels(0..<count).map(\.code))
        #expect(summary.accounting == Accounting(items: count, mapped: count))
        for parcel in Self.parcels(0..<count) { #expect(try lab.poll(of: parcel)?.answer == "news") }
    }

    @Test func eachNumberHasItsOwnAnswer() async throws {
        let parcels = Self.parcels(0..<7)
        let code = parcels.map(\.code)
        let first = Self.answer(
            [
                Self.told(code[0]), Self.told(code[1]),
                #"{"number": "\#(code[2])", "track_info": {"latest_status": {"status": "NotFound"}, "tracking": {"providers": []}}}"#,
            ],
            [
                Self.refused(code[3], -18_019_909), Self.refused(code[4], -18_010_012),
                Self.refused(code[5], -18_019_903),
            ])
        let second = Self.answer([Self.told(code[0]), Self.told(code[1], at: "2026-11-20T11:15:00+01:00")])
        let lab = try lab(ScriptedFetcher(.text(first), .text(second)), 7)
        let poller = lab.poller(try Self.plan())
        let summary = try await poller.pass()
        #expect(summary.requests == 1)
        #expect(
            summary.failures == [
                .init(carrier: "line-a", kind: "refused-18010012"): 1,
                .init(carrier: "line-a", kind: "unknown-number"): 1,
            ])
        #expect(
            try parcels.map { try lab.poll(of: $0)?.answer }
                == ["news", "news", "nothing", "nothing", "failed", "failed", "nothing"])
        #expect(try lab.poll(of: parcels[4])?.failure == "refused-18010012")
        lab.clock.turn(by: .hours(2))
        _ = try await poller.pass()
        // What was set aside is left alone for a day; the others are asked, and only one has news.
        #expect(try Self.numbers(try #require(lab.fetcher.requests.last)) == [0, 1, 2, 3, 6].map { code[$0] })
        #expect(try lab.poll(of: parcels[0])?.answer == "same" && lab.poll(of: parcels[0])?.lastChange == .noon)
        #expect(try lab.poll(of: parcels[1])?.answer == "news")
        #expect(try lab.events(of: parcels[0]).count == 1 && lab.events(of: parcels[1]).count == 2)
    }

    @Test func whatIsNotRegisteredIsRegisteredAndAskedAgainLater() async throws {
        let code = Self.parcels(0..<3).map(\.code)
        let first = Self.answer([Self.told(code[0])], code[1...].map { Self.refused($0, -18_019_902) })
        let registered = Self.answer(
            [#"{"number": "\#(code[1])", "carrier": 3011, "origin": 1}"#], [Self.refused(code[2], -18_019_901)])
        let fetcher = ScriptedFetcher(["gettrackinfo": [.text(first), Self.telling], "register": [.text(registered)]])
        let lab = try lab(fetcher)
        let poller = lab.poller(try Self.plan())
        let summary = try await poller.pass()
        #expect(summary.requests == 2 && summary.failures.isEmpty)
        #expect(paths(lab) == ["gettrackinfo", "register"])
        #expect(try Self.numbers(fetcher.requests[1]) == Array(code[1...]))
        #expect(fetcher.requests[1].headers["17token"] == "key")
        #expect(try Self.parcels(0..<3).map { try lab.poll(of: $0)?.answer } == ["news", "nothing", "nothing"])
        lab.clock.turn(by: .hours(2))
        _ = try await poller.pass()
        #expect(paths(lab) == ["gettrackinfo", "register", "gettrackinfo"])
        #expect(try Self.parcels(0..<3).map { try lab.poll(of: $0)?.answer } == ["same", "news", "news"])
    }

    @Test(arguments: [
        (
            #"{"code": 0, "data": {"accepted": [], "rejected": [{"number": "PX100000", "error": {"code": -18019908}}]}}"#,
            "quota-used"
        ),
        (
            #"{"code": 0, "data": {"accepted": [], "rejected": [{"number": "PX100000", "error": {"code": -18019911}}]}}"#,
            "refused-18019911"
        ),
        (#"{"code": 0, "data": {"accepted": [], "rejected": []}}"#, "not-registered"),
        (#"{"code": -18010003, "data": {"errors": []}}"#, "answer-18010003"),
        (#"{"code": -18010002, "data": {"errors": []}}"#, "blocked"), ("oops", "malformed"),
    ])
    func aRegistrationThatFailsIsAFailureOfItsNumberAlone(body: String, kind: String) async throws {
        let code = Self.parcels(0..<2).map(\.code)
        let first = Self.answer([Self.told(code[1])], [Self.refused(code[0], -18_019_902)])
        let lab = try lab(ScriptedFetcher(["gettrackinfo": [.text(first)], "register": [.text(body)]]), 2)
        _ = try await lab.poller(try Self.plan()).pass()
        #expect(try lab.poll(of: Self.parcels(0..<1)[0])?.failure == kind)
        #expect(try lab.poll(of: Self.parcels(1..<2)[0])?.answer == "news")
    }

    @Test(arguments: [
        ("{\"code\": -18010002, \"data\": {\"errors\": []}}", "blocked"),
        ("{\"code\": -18010001, \"data\": {\"errors\": []}}", "blocked"),
        ("{\"code\": -18019908, \"data\": {\"errors\": []}}", "quota-used"),
        ("{\"code\": -18010014, \"data\": {\"errors\": []}}", "answer-18010014"),
        ("{\"code\": 0, \"data\": {\"items\": []}}", "shape-changed"), ("{\"code\": 0, \"data\": {\"acc", "truncated"),
    ])
    func aFailureOfTheWholeCallIsNoNewsOfAnyNumber(body: String, kind: String) async throws {
        let lab = try lab(ScriptedFetcher(.text(body)))
        let summary = try await lab.poller(try Self.plan()).pass()
        #expect(summary.failures == [.init(carrier: "line-a", kind: kind): 3])
        #expect(summary.requests == 1 && summary.accounting.items == 0)
        for parcel in Self.parcels(0..<3) { #expect(try lab.poll(of: parcel)?.failure == kind) }
        if kind == "quota-used" {
            #expect(try await lab.state().notBefore == Instant(milliseconds: Instant.noon.milliseconds + 43_200_000))
        }
    }

    @Test func theQuotaCountsRequestsAndNotNumbers() async throws {
        let strange = ScriptedFetcher.Step.look { request in
            let text = Self.answer([], try Self.numbers(request).map { Self.refused($0, -18_019_902) })
            return HTTPResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
        }
        let lab = try lab(ScriptedFetcher(["gettrackinfo": [strange], "register": [Self.telling]]), 90)
        let summary = try await lab.poller(try Self.plan(quota: 3)).pass()
        #expect(summary.requests == 3 && paths(lab) == ["gettrackinfo", "register", "gettrackinfo"])
        #expect(try await lab.state().quotaUsed == 3)
        let answers = try Self.parcels(0..<90).map { try lab.poll(of: $0)?.answer }
        #expect(answers.count { $0 == "nothing" } == 40)
        // The others keep their turn: nobody was told anything of them.
        #expect(answers.count { $0 == nil || $0 == "never" } == 50)
    }

    @Test func aRegistrationWaitsForItsPlaceInTheRate() async throws {
        let code = Self.parcels(0..<1)[0].code
        let first = Self.answer([], [Self.refused(code, -18_019_902)])
        let lab = try lab(ScriptedFetcher(["gettrackinfo": [.text(first)], "register": [Self.telling]]), 1)
        _ = try await lab.poller(try Self.plan(rate: 0.1)).pass()
        #expect(lab.fetcher.requests.count == 2)
        #expect(lab.clock.now.since(.noon) >= .seconds(10))
    }

    @Test func twoNumbersOfOneTextAreNeverInOneRequest() async throws {
        let lab = try Lab(ScriptedFetcher(Self.telling))
        try lab.watch([Subject(.parcel, .number, "PX1", issuer: "a"), Subject(.parcel, .number, "PX1", issuer: "b")])
        #expect(try await lab.poller(try Self.plan()).pass().accounting == Accounting(items: 2, mapped: 2))
        #expect(try lab.fetcher.requests.map(Self.numbers) == [["PX1"], ["PX1"]])
    }

    @Test func anAnswerAboutANumberNotAskedIsRejected() async throws {
        let body = Self.answer([Self.told("PX100000"), Self.told("PX999999")])
        let lab = try lab(ScriptedFetcher(.text(body)), 2)
        let summary = try await lab.poller(try Self.plan()).pass()
        #expect(summary.accounting == Accounting(items: 2, mapped: 1, rejected: 1))
        #expect(try lab.read { try $0.subjects(code: "PX999999") }.isEmpty)
        #expect(try Self.parcels(0..<2).map { try lab.poll(of: $0)?.answer } == ["news", "nothing"])
    }
}
