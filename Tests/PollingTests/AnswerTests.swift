import Foundation
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// What answers mean: news, the same, nothing, a failure.
struct AnswerTests {
    private static let one = ScriptedFetcher.Step.text(Answers.page(Answers.event(1)))

    @Test func aDuplicatePollAddsNothing() async throws {
        let lab = try Lab(ScriptedFetcher(Self.one))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        #expect(try await poller.pass().accounting == Accounting(items: 1, mapped: 1))
        let digest = try lab.read { try $0.digest() }
        let messages = try lab.read { try $0.status(now: .noon).messages }
        lab.clock.turn(by: .hours(1))
        let again = try await poller.pass()
        #expect(again.accounting == Accounting(items: 1, duplicate: 1))
        #expect(again.messages == 0)
        #expect(try lab.read { try $0.digest() } == digest)
        #expect(try lab.read { try $0.status(now: .noon).messages } == messages)
        let poll = try #require(try lab.poll(of: Lab.box))
        #expect(poll.answer == "same" && poll.lastChange == .noon)
        #expect(poll.lastSuccess == Instant.noon.advanced(by: .hours(1)))
    }

    @Test func anEmptyAnswerIsNothingAndDeletesNothing() async throws {
        let lab = try Lab(ScriptedFetcher(Self.one, .text(Answers.nothing)))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(1))
        let empty = try await poller.pass()
        #expect(empty.accounting == Accounting() && empty.failures.isEmpty)
        #expect(try lab.poll(of: Lab.box)?.answer == "nothing")
        #expect(try lab.events(of: Lab.box).count == 1)
    }

    @Test(arguments: [#"{"data": [{"eventID": "1"}]}"#, #"{"error": "moved"}"#, #""gone""#, "7", "null"])
    func aChangedShapeIsAFailureAndNotNothing(body: String) async throws {
        let lab = try Lab(ScriptedFetcher(Self.one, .text(body)))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(1))
        #expect(try await poller.pass().failures == [.init(carrier: "line-a", kind: "shape-changed"): 1])
        let poll = try #require(try lab.poll(of: Lab.box))
        #expect(poll.answer == "failed" && poll.failure == "shape-changed" && poll.lastSuccess == .noon)
        #expect(try lab.events(of: Lab.box).count == 1)
    }

    @Test func aBodyThatBreaksOffStoresNothing() async throws {
        let whole = Answers.page(Answers.event(1), Answers.event(2, type: "GTOT"))
        for length in stride(from: 1, to: whole.utf8.count, by: 7) {
            let part = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
            let lab = try Lab(ScriptedFetcher(.text(part)))
            try lab.watch([Lab.box])
            let summary = try await lab.poller(try Lab.plan()).pass()
            #expect(summary.failures.values.reduce(0, +) == 1, "\(length) bytes")
            #expect(try lab.events(of: Lab.box).isEmpty, "\(length) bytes")
        }
    }

    @Test func anEventAboutAnotherNumberIsRejected() async throws {
        let other = "MSCU6639870"
        let body = Answers.page(Answers.event(1), Answers.event(2, about: other))
        let lab = try Lab(ScriptedFetcher(.text(body)))
        try lab.watch([Lab.box])
        let summary = try await lab.poller(try Lab.plan()).pass()
        #expect(summary.accounting == Accounting(items: 2, mapped: 1, rejected: 1))
        #expect(try lab.read { try $0.subjects(code: other) }.isEmpty)
        #expect(try lab.events(of: Lab.box).count == 1)
    }

    @Test func allPagesAreFollowedAndEachCountsAsARequest() async throws {
        let lab = try Lab(
            ScriptedFetcher([
                "": [.text(Answers.page(Answers.event(1)), headers: ["Next-Page-Cursor": "p/2"])],
                "cursor=p%2F2": [
                    .text(Answers.page(Answers.event(2, type: "GTOT")), headers: ["Next-Page-Cursor": "p3"])
                ],
                "cursor=p3": [.text(Answers.page(Answers.event(3, type: "DISC")))],
            ]))
        try lab.watch([Lab.box])
        let summary = try await lab.poller(try Lab.plan(quota: 100)).pass()
        #expect(summary.requests == 3)
        #expect(summary.accounting == Accounting(items: 3, mapped: 3))
        #expect(try lab.events(of: Lab.box).count == 3)
        #expect(try await lab.state().quotaUsed == 3)
    }

    @Test func pagesThatLeadInACircleAreAFailureAndStoreNothing() async throws {
        let lab = try Lab(
            ScriptedFetcher(.text(Answers.page(Answers.event(1)), headers: ["Next-Page-Cursor": "again"])))
        try lab.watch([Lab.box])
        let summary = try await lab.poller(try Lab.plan()).pass()
        #expect(summary.failures == [.init(carrier: "line-a", kind: "endless-pages"): 1])
        #expect(summary.requests == 2)
        #expect(try lab.events(of: Lab.box).isEmpty)
    }

    @Test func pagesWithoutEndAreStopped() async throws {
        let count = Seen<Int>()
        let lab = try Lab(
            ScriptedFetcher(
                .look { _ in
                    count.add(1)
                    return HTTPResponse(
                        status: 200, headers: ["Next-Page-Cursor": "page-\(count.values.count)"],
                        body: Data(Answers.nothing.utf8))
                }))
        try lab.watch([Lab.box])
        let summary = try await lab.poller(try Lab.plan()).pass()
        #expect(summary.failures == [.init(carrier: "line-a", kind: "endless-pages"): 1])
        #expect(summary.requests == Question.mostPages)
    }

    @Test func aSecondPageThatFailsStoresNothingOfTheFirst() async throws {
        let lab = try Lab(
            ScriptedFetcher(
                .text(Answers.page(Answers.event(1)), headers: ["Next-Page-Cursor": "2"]), .status(502)))
        try lab.watch([Lab.box])
        #expect(try await lab.poller(try Lab.plan()).pass().failures.keys.map(\.kind) == ["status-502"])
        #expect(try lab.events(of: Lab.box).isEmpty)
    }

    @Test func theSecretNeverLeavesItsHeader() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch([Lab.box])
        _ = try await lab.poller(try Lab.plan()).pass()
        let request = try #require(lab.fetcher.requests.first)
        #expect(request.headers["API-Key"] == "key")
        #expect(!request.url.contains("key"))
    }
}
