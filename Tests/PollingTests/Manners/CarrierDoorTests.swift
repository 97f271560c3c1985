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
}
