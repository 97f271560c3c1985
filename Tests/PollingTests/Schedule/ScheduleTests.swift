import Foundation
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// When whom is asked, and what outlives a crash.
struct ScheduleTests {
    @Test func theNextCheckIsSavedBeforeTheRequest() async throws {
        let seen = Seen<Instant?>()
        let path = Seen<String>()
        let lab = try Lab(
            ScriptedFetcher(
                .look { _ in
                    // Another connection looks, so it sees only what is committed.
                    let poll = try StoreReader(path: path.values[0]).read { session in
                        try session.stored(Lab.box).flatMap { try session.asked(about: $0).polls.first }
                    }
                    seen.add(poll?.nextCheckAt)
                    return HTTPResponse(status: 200, body: Data(Answers.nothing.utf8))
                }))
        path.add(lab.path)
        try lab.watch([Lab.box])
        _ = try await lab.poller(try Lab.plan(interval: .hours(4))).pass()
        #expect(seen.values == [Instant.noon.advanced(by: .hours(4))])
    }

    @Test func aCrashBetweenRequestAndCommitAsksLaterAndNotAtOnce() async throws {
        let lab = try Lab(ScriptedFetcher(.hang))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan(interval: .hours(4)))
        let pass = Task { try await poller.pass() }
        await lab.fetcher.waitForRequests(1)
        // What a process finds that starts after a crash at this moment.
        let after = try StoreWriter(path: lab.path)
        let due = try await after.claimDue(
            carrier: "line-a", now: lab.clock.now.advanced(by: .hours(3)), limit: 10,
            planner: SchedulePlanner(carrier: "line-a", places: .corridor, fixed: nil))
        #expect(due.isEmpty)
        #expect(try await after.nextDue(carriers: ["line-a"]) == Instant.noon.advanced(by: .hours(4)))
        pass.cancel()
        _ = try? await pass.value
    }

    @Test func aCrashDoesNotAskMoreThanTheQuota() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing), .text(Answers.nothing), .hang))
        try lab.watch(Lab.boxes(5))
        let poller = lab.poller(try Lab.plan(quota: 8))
        let pass = Task { try await poller.pass() }
        await lab.fetcher.waitForRequests(3)
        #expect(try await lab.state().quotaUsed >= 3)
        pass.cancel()
        _ = try? await pass.value
        #expect(try await lab.state().quotaUsed == 3)
    }

    @Test func cancellationGivesTurnsBackAndLosesNothing() async throws {
        let boxes = Lab.boxes(20)
        let lab = try Lab(
            ScriptedFetcher([
                boxes[0].code: [.text(Answers.page(Answers.event(1, about: boxes[0].code)))], "": [.hang],
            ]))
        try lab.watch(boxes)
        let poller = lab.poller(try Lab.plan(interval: .hours(4)))
        let pass = Task { try await poller.pass() }
        await lab.fetcher.waitForRequests(2)
        pass.cancel()
        _ = try await pass.value
        #expect(try lab.events(of: boxes[0]).count == 1)
        #expect(try lab.poll(of: boxes[0])?.nextCheckAt == Instant.noon.advanced(by: .hours(4)))
        for box in boxes.dropFirst() {
            let poll = try lab.poll(of: box)
            #expect(poll?.nextCheckAt == .noon, "\(box)")
            #expect(poll?.answer == nil && poll?.lastAttempt == nil, "\(box)")
        }
    }

    @Test func aPassEndsThoughTheIntervalIsShorterThanThePass() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch(Lab.boxes(40))
        let summary = try await lab.poller(try Lab.plan(rate: 1, interval: .seconds(2))).pass()
        #expect(summary.requests == 40)
        #expect(Set(lab.asked).count == 40)
    }

    @Test func noQuestionBeginsWhenTimeIsUp() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        let boxes = Lab.boxes(40)
        try lab.watch(boxes)
        let poller = lab.poller(try Lab.plan(rate: 1))
        let summary = try await poller.pass(until: Instant.noon.advanced(by: .seconds(10)))
        #expect(summary.requests == 10)
        let soon = Instant.noon.advanced(by: .minutes(2))
        #expect(try boxes.count { try (lab.poll(of: $0)?.nextCheckAt).map { $0 < soon } ?? false } == 30)
        lab.clock.turn(by: .minutes(2))
        #expect(try await poller.pass().requests == 30)
    }

    @Test func onlyTheNamedCarrierIsAsked() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch([Lab.box])
        try lab.watch([Lab.box], carrier: "line-b")
        let poller = lab.poller(try Lab.plan(), try Lab.plan(name: "line-b"))
        #expect(try await poller.pass(only: "line-b").requests == 1)
        #expect(try await poller.pass().requests == 1)
        #expect(try await poller.pass().requests == 0)
    }

    @Test func aStoreThatFailsEndsThePassWithItsError() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch([Lab.box])
        try lab.writer.close()
        await #expect(throws: StoreFailure.self) { _ = try await lab.poller(try Lab.plan()).pass() }
        #expect(lab.fetcher.requests.isEmpty)
    }

    @Test func aStoreThatFailsWhileACarrierIsAskedIsNoSuccess() async throws {
        let writer = Seen<StoreWriter>()
        let lab = try Lab(
            ScriptedFetcher(
                .look { _ in
                    try writer.values[0].close()
                    return HTTPResponse(status: 200, body: Data(Answers.nothing.utf8))
                }))
        writer.add(lab.writer)
        try lab.watch([Lab.box])
        await #expect(throws: StoreFailure.self) { _ = try await lab.poller(try Lab.plan()).pass() }
    }
}
