import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// What a carrier that refuses, fails or does not know does to its other numbers.
struct CarrierTroubleTests {
    private static let slowDown = ScriptedFetcher.Step.status(429, headers: ["Retry-After": "3600"])

    @Test func tooManyRequestsStopsTheWholeCarrierAndSurvivesARestart() async throws {
        let lab = try Lab(ScriptedFetcher(Self.slowDown))
        try lab.watch(Lab.boxes(5))
        let summary = try await lab.poller(try Lab.plan()).pass()
        #expect(summary.requests == 1)
        #expect(summary.failures == [.init(carrier: "line-a", kind: "slow-down"): 1])
        lab.fetcher.now(["": [.text(Answers.nothing)]])
        lab.clock.turn(by: .seconds(3599))
        #expect(try await lab.poller(try Lab.plan()).pass().requests == 0)
        lab.clock.turn(by: .minutes(2))
        #expect(try await lab.poller(try Lab.plan()).pass().requests == 5)
    }

    @Test func tooManyRequestsLeavesOtherCarriersAlone() async throws {
        let lab = try Lab(
            ScriptedFetcher([
                "equipmentReference=\(Lab.box.code)": [Self.slowDown],
                "": [.text(Answers.nothing)],
            ]))
        try lab.watch([Lab.box])
        try lab.watch(Lab.boxes(2), carrier: "line-b")
        #expect(try await lab.poller(try Lab.plan(), try Lab.plan(name: "line-b")).pass().requests == 3)
    }

    @Test func whoWaitsForAPlaceLooksAgainAfterTheCarriersWish() async throws {
        let waiting = Seen<Bool>()
        let boxes = Lab.boxes(40)
        // The second question is answered only when the third waits for its place.
        let late = ScriptedFetcher.Step.look { _ in
            while waiting.values.isEmpty { await Task.yield() }
            return HTTPResponse(status: 429, headers: ["Retry-After": "3600"])
        }
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing), late, .text(Answers.nothing)))
        try lab.watch(boxes)
        lab.clock.whileWaiting { [writer = lab.writer] in
            waiting.add(true)
            while try await writer.carrierState("line-a").notBefore == nil { await Task.yield() }
        }
        let summary = try await lab.poller(try Lab.plan(rate: 0.1, concurrent: 2)).pass()
        #expect(summary.requests == 2)
        #expect(lab.fetcher.requests.count == 2)
    }

    @Test(arguments: [
        ScriptedFetcher.Step.status(401), .status(403),
        .text("<!doctype html><title>Sign in</title>", headers: ["Content-Type": "text/html"]),
    ])
    func aRefusalBlocksTheCarrierAndIsProbedWithOneNumberAnHour(refusal: ScriptedFetcher.Step) async throws {
        let lab = try Lab(ScriptedFetcher(refusal))
        try lab.watch(Lab.boxes(6))
        let poller = lab.poller(try Lab.plan())
        #expect(try await poller.pass().failures == [.init(carrier: "line-a", kind: "blocked"): 1])
        #expect(lab.fetcher.requests.count == 1)
        #expect(try await lab.state().blockedSince == .noon)
        lab.clock.turn(by: .minutes(59))
        #expect(try await poller.pass().requests == 0)
        lab.clock.turn(by: .minutes(2))
        #expect(try await poller.pass().requests == 1)
        lab.fetcher.now(["": [.text(Answers.nothing)]])
        lab.clock.turn(by: .minutes(62))
        #expect(try await poller.pass().requests == 6)
        #expect(try await lab.state().blockedSince == nil)
    }

    @Test func aNumberTheCarrierDoesNotKnowIsNoTroubleOfTheCarrier() async throws {
        let lab = try Lab(ScriptedFetcher(["": [.status(404)]]))
        let boxes = Lab.boxes(12)
        try lab.watch(boxes)
        let profile = Profiles.lab
        let summary = try await lab.poller(try Lab.plan(profile: profile)).pass()
        #expect(summary.requests == 12)
        #expect(summary.failures == [.init(carrier: "line-a", kind: "unknown-number"): 12])
        let state = try await lab.state()
        #expect(state.failures == 0 && state.notBefore == nil && state.lastSuccess == .noon)
        #expect(try lab.poll(of: boxes[3])?.nextCheckAt == Instant.noon.advanced(by: .hours(24)))
    }

    @Test func aNumberThatTheProfileCannotAskAboutIsNoTroubleOfTheCarrier() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        let parcels = (0..<8).map { Subject(.parcel, .number, "P\($0)") }
        try lab.watch(parcels + [Lab.box])
        let summary = try await lab.poller(try Lab.plan()).pass()
        #expect(summary.requests == 1)
        #expect(lab.asked == [Lab.box.code])
        #expect(summary.failures == [.init(carrier: "line-a", kind: "wrong-kind"): 8])
        #expect(try await lab.state().failures == 0)
    }

    @Test func fiveFailuresInARowGiveTheCarrierARest() async throws {
        let lab = try Lab(ScriptedFetcher(.status(500)))
        try lab.watch(Lab.boxes(30))
        let poller = lab.poller(try Lab.plan())
        let summary = try await poller.pass()
        #expect(summary.failures == [.init(carrier: "line-a", kind: "status-500"): 5])
        #expect(try await lab.state().notBefore == Instant.noon.advanced(by: .seconds(15)))
        // After the rest one question is enough to see that the trouble lasts.
        lab.clock.turn(by: .seconds(40))
        #expect(try await poller.pass().requests == 1)
    }

    @Test func aSuccessInBetweenIsNoTrouble() async throws {
        let bad = ScriptedFetcher.Step.fail(.timeout)
        let lab = try Lab(
            ScriptedFetcher(
                bad, bad, bad, bad, .text(Answers.nothing), bad, bad, bad, bad,
                .text(Answers.nothing)))
        try lab.watch(Lab.boxes(12))
        let summary = try await lab.poller(try Lab.plan()).pass()
        #expect(summary.requests == 12)
        #expect(summary.failures == [.init(carrier: "line-a", kind: "timeout"): 8])
    }

    @Test func aNumberThatFailsIsAskedLaterEachTime() async throws {
        let lab = try Lab(ScriptedFetcher(.fail(.incomplete)))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        var waits: [Int64] = []
        for _ in 0..<4 {
            _ = try await poller.pass()
            let next = try #require(try lab.poll(of: Lab.box)?.nextCheckAt)
            waits.append(next.since(lab.clock.now).wholeMilliseconds / 1000)
            lab.clock.turn(by: next.since(lab.clock.now))
        }
        #expect(waits == [15, 30, 60, 120])
        #expect(try lab.poll(of: Lab.box)?.failure == "incomplete")
    }
}
