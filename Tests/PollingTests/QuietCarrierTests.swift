import Foundation
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// A carrier that is not asked in some hours of the day.
struct QuietCarrierTests {
    private static func plan(_ from: Int, _ until: Int, rate: Double = .infinity) throws -> CarrierPlan {
        var plan = try Lab.plan(rate: rate)
        plan.quiet = QuietHours(from: from, until: until, zone: .gmt)
        return plan
    }

    @Test func nobodyIsAskedWithinAndWhatWasDueComesAfterEachInItsPlace() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        let boxes = Lab.boxes(60)
        try lab.watch(boxes)
        let plan = try Self.plan(12 * 60, 13 * 60)
        #expect(try await lab.poller(plan).pass().requests == 0)
        let places = try lab.polls(of: boxes).compactMap { $0?.nextCheckAt?.since(.noon) }
        #expect(places.count == 60)
        #expect(places.allSatisfy { (Duration.hours(1)..<(.minutes(90))).contains($0) })
        #expect(Set(places).count > 50)
        lab.clock.turn(by: .minutes(59))
        #expect(try await lab.poller(plan).pass().requests == 0)
        lab.clock.turn(by: .minutes(16))
        let half = try await lab.poller(plan).pass().requests
        #expect((15...45).contains(half))
        lab.clock.turn(by: .minutes(15))
        #expect(try await lab.poller(plan).pass().requests == 60 - half)
    }

    @Test func whoeverIsStillToBeAskedWhenTheyBeginWaitsUntilTheirEnd() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.watch(Lab.boxes(30))
        let plan = try Self.plan(12 * 60 + 1, 13 * 60, rate: 0.1)
        #expect(try await lab.poller(plan).pass().requests == 6)
        #expect(lab.clock.now == Instant.noon.advanced(by: .minutes(1)))
        let next = try lab.polls(of: Lab.boxes(30)).compactMap { $0?.nextCheckAt }
        #expect(next.allSatisfy { $0 >= Instant.noon.advanced(by: .hours(1)) })
    }

    @Test func aWishThatReachesBeyondThemHoldsBeyondThem() {
        let quiet = QuietHours(from: 12 * 60, until: 13 * 60, zone: .gmt)
        var door = CarrierDoor(
            state: CarrierState(carrier: "line-a"), requestsPerSecond: 1, burst: 1, quotaPerDay: 5, quiet: quiet)
        let (end, late) = (Instant.noon.advanced(by: .hours(1)), Instant.noon.advanced(by: .hours(2)))
        #expect(door.look(now: .noon) == .closed(.init(until: end, kind: .quiet)))
        door.leaveAlone(until: late)
        #expect(door.look(now: .noon) == .closed(.init(until: late, kind: .resting)))
        #expect(door.look(now: late) == .open)
    }
}
