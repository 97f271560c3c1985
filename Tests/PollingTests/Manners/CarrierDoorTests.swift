import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

struct CarrierDoorTests {
    private static let midnight = Instant(seconds: 1_795_219_200)  // 2026-11-21T00:00:00Z

    private static func door(_ state: CarrierState = CarrierState(carrier: "line-a"), quota: Int? = nil) -> CarrierDoor
    {
        CarrierDoor(state: state, requestsPerSecond: 1000, burst: 10, quotaPerDay: quota)
    }

    /// Looks, and goes in where it may.
    private static func opens(_ door: inout CarrierDoor, _ now: Instant) -> CarrierDoor.Pass? {
        door.look(now: now) == .open ? door.enter(now: now) : nil
    }

    @Test func theQuotaHoldsUntilMidnightInUTC() {
        var door = Self.door(quota: 2)
        let late = Self.midnight.advanced(by: .seconds(-1))
        #expect(Self.opens(&door, late) != nil)
        #expect(Self.opens(&door, late) != nil)
        #expect(door.look(now: late) == .closed(.init(until: Self.midnight, kind: .quotaUsed)))
        #expect(Self.opens(&door, Self.midnight) != nil)
        #expect(door.state.quotaUsed == 1)
    }

    @Test func whatIsWrittenBeforeAskingCountsTheQuestionsAlready() {
        var door = Self.door(quota: 10)
        _ = door.enter(now: .noon)
        #expect(door.stateBefore(asking: 4, now: .noon).quotaUsed == 5)
        #expect(door.stateBefore(asking: 4, now: Self.midnight).quotaUsed == 4)
        var next = Self.door(door.stateBefore(asking: 9, now: .noon), quota: 10)
        #expect(Self.opens(&next, .noon) == nil)
    }

    @Test func theLaterOfTwoWishesHolds() {
        var door = Self.door()
        let (soon, late) = (Instant.noon.advanced(by: .seconds(10)), Instant.noon.advanced(by: .hours(2)))
        door.leaveAlone(until: late)
        door.leaveAlone(until: soon)
        #expect(door.look(now: soon) == .closed(.init(until: late, kind: .resting)))
        #expect(Self.opens(&door, late) != nil)
    }

    @Test func anAnswerToAnEarlierQuestionDoesNotTakeTheWishBack() {
        var door = Self.door()
        let late = Instant.noon.advanced(by: .hours(2))
        let earlier = door.enter(now: .noon)
        door.leaveAlone(until: late)
        door.succeeded(earlier, at: .noon)
        #expect(door.look(now: .noon) == .closed(.init(until: late, kind: .resting)))
    }

    @Test func aCarrierThatRefusesIsProbedOnceAnHour() throws {
        var door = Self.door()
        door.blocked(door.enter(now: .noon), "status 401", at: .noon)
        let probe = Instant.noon.advanced(by: .hours(1))
        #expect(door.look(now: probe.advanced(by: .seconds(-1))) == .closed(.init(until: probe, kind: .blocked)))
        #expect(door.look(now: probe, numbers: 2) == .onlyOne)
        let pass = try #require(Self.opens(&door, probe))
        #expect(Self.opens(&door, probe) == nil)
        door.succeeded(pass, at: probe)
        #expect(Self.opens(&door, probe) != nil)
    }

    /// What is written down holds for some seconds, however long the disk takes; and then it is written down anew.
    @Test(arguments: [(0.01, 1), (0.5, 2), (2, 4), (50, 10)] as [(Double, Int)])
    func whatIsWrittenDownHoldsForSomeSeconds(rate: Double, burst: Int) {
        var door = CarrierDoor(state: CarrierState(carrier: "line-a"), requestsPerSecond: rate, burst: burst)
        #expect(!door.isKept(now: .noon))
        let written = door.stateBefore(asking: door.requestsAhead(now: .noon), now: .noon)
        door.wasKept(written)
        let later = Instant.noon.advanced(by: .seconds(4))
        #expect(door.look(now: later) == .open && door.isKept(now: later))
        var requests = 0
        while door.look(now: later) == .open, door.isKept(now: later), requests < 1_000 {
            _ = door.enter(now: later)
            requests += 1
        }
        // Whoever starts after a crash lets through what is left of the burst, and no more.
        #expect(requests > 0)
        var next = CarrierDoor(state: written, requestsPerSecond: rate, burst: burst)
        while next.look(now: later) == .open, requests < 1_000 {
            _ = next.enter(now: later)
            requests += 1
        }
        #expect(requests <= burst)
    }

    @Test func aWishFromAClockThatWasWrongHoldsNobodyForYears() {
        var door = Self.door()
        door.leaveAlone(until: Instant.noon.advanced(by: .days(1500)))
        #expect(Self.opens(&door, .noon) != nil)
        door.leaveAlone(until: Instant.noon.advanced(by: .hours(24)))
        #expect(Self.opens(&door, .noon) == nil)
    }
}
