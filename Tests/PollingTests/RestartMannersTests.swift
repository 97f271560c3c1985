import Foundation
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Manners that outlive the process: a run of `sync` every minute is one asker and not sixty.
struct RestartMannersTests {
    @Test func twoRunsInARowHaveOneBurst() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch(Lab.boxes(30))
        let plan = try Lab.plan(rate: 0.05, concurrent: 3)
        var requests: [Int] = []
        for _ in 0..<4 {
            let end = lab.clock.now.advanced(by: .seconds(1))
            requests.append(try await lab.poller(plan).pass(until: end).requests)
            lab.clock.turn(by: .seconds(40))
        }
        // The burst once, and what the rate allows in forty seconds.
        #expect(requests == [3, 2, 2, 2])
    }

    @Test func aCrashHasNoSecondBurst() async throws {
        let lab = try Lab(ScriptedFetcher(.hang))
        try lab.watch(Lab.boxes(10))
        let plan = try Lab.plan(rate: 0.1, concurrent: 3)
        let poller = lab.poller(plan)
        let pass = Task { try await poller.pass() }
        await lab.fetcher.waitForRequests(3)
        // What a process finds that starts after a crash at this moment.
        var door = CarrierDoor(state: try await lab.state(), requestsPerSecond: 0.1, burst: 3)
        if case .at(let instant) = door.look(now: lab.clock.now) {
            #expect(instant > lab.clock.now && instant <= lab.clock.now.advanced(by: .seconds(30)))
        } else {
            Issue.record("another request may go at once")
        }
        pass.cancel()
        _ = try? await pass.value
        // Who ends in order leaves no more behind than was really asked.
        #expect(try await lab.state().bucketLevel == 3)
    }

    @Test func tooMuchHalvesTheRateOfTheRunsThatFollow() async throws {
        let tooMuch = ScriptedFetcher.Step.status(429, headers: ["Retry-After": "0"])
        let lab = try Lab(ScriptedFetcher(tooMuch, .text(Answers.nothing)))
        try lab.watch(Lab.boxes(11))
        let plan = try Lab.plan(rate: 1)
        _ = try await lab.poller(plan).pass()
        #expect(try await lab.state().rateShare == 0.5)
        lab.clock.turn(by: .seconds(60))
        let start = lab.clock.now
        #expect(try await lab.poller(plan).pass().requests == 11)
        #expect(lab.clock.now.since(start) >= .seconds(20))
        // Ten clean hours later the whole rate is back.
        lab.clock.turn(by: .hours(10))
        let later = lab.clock.now
        #expect(try await lab.poller(plan).pass().requests == 11)
        #expect((Duration.seconds(10)..<(.seconds(11))).contains(lab.clock.now.since(later)))
    }

    @Test func theQuotaIsOneForAllRunsOfADay() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch(Lab.boxes(40))
        let plan = try Lab.plan(quota: 10, interval: .minutes(1))
        var days: [Int64: Int] = [:]
        // Every quarter of an hour for two days and a half; every fourth run is killed in the middle.
        for run in 0..<240 {
            let before = lab.fetcher.requests.count
            if run % 4 == 3 {
                lab.fetcher.now(["": [.hang]])
                let poller = lab.poller(plan)
                let pass = Task { try await poller.pass() }
                await Task.yield()
                pass.cancel()
                _ = try? await pass.value
                lab.fetcher.now(["": [.text(Answers.nothing)]])
            } else {
                _ = try await lab.poller(plan).pass()
            }
            days[lab.clock.now.milliseconds / 86_400_000, default: 0] += lab.fetcher.requests.count - before
            lab.clock.turn(by: .minutes(15))
        }
        #expect(days.count >= 3 && days.values.allSatisfy { $0 <= 10 }, "\(days)")
        #expect(days.values.contains(10))
    }

    @Test func whatACarrierTaughtUsIsTheSameAfterwards() async throws {
        let lab = try Lab(ScriptedFetcher(.hang))
        var state = CarrierState(carrier: "line-a")
        (state.notBefore, state.blockedSince, state.blockedReason) = (.noon, .noon, "status 401")
        (state.failures, state.lastFailure, state.lastAttempt, state.lastSuccess) = (3, "timeout", .noon, .noon)
        (state.quotaDay, state.quotaUsed) = (20_777, 12)
        (state.bucketLevel, state.bucketAt) = (2.125, .noon)
        (state.rateShare, state.slowedAt, state.halvedAt) = (0.25, .noon, .noon)
        (state.recent, state.trips, state.probesAnswered) = (0b1_0110, 2, 1)
        (state.retryHour, state.hourRequests, state.hourRetries) = (498_660, 70, 6)
        state.failedBatches = [1, .max, 0xCAFE]
        try await lab.writer.save(state)
        #expect(try await lab.state() == state)
        let door = CarrierDoor(state: state, requestsPerSecond: 1, burst: 4)
        #expect(door.state == state)
    }
}
