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

    private static func isOpen(_ opening: CarrierDoor.Opening) -> Bool {
        if case .at = opening { true } else { false }
    }

    @Test func theQuotaHoldsUntilMidnightInUTC() {
        var door = Self.door(quota: 2)
        let late = Self.midnight.advanced(by: .seconds(-1))
        #expect(Self.isOpen(door.open(now: late)))
        #expect(Self.isOpen(door.open(now: late)))
        #expect(door.open(now: late) == .closed(.init(until: Self.midnight, kind: "quota-used")))
        #expect(Self.isOpen(door.open(now: Self.midnight)))
        #expect(door.state.quotaUsed == 1)
    }

    @Test func whatIsWrittenBeforeAskingCountsTheQuestionsAlready() {
        var door = Self.door(quota: 10)
        _ = door.open(now: .noon)
        #expect(door.stateBefore(asking: 4, now: .noon).quotaUsed == 5)
        #expect(door.stateBefore(asking: 4, now: Self.midnight).quotaUsed == 4)
        var next = Self.door(door.stateBefore(asking: 9, now: .noon), quota: 10)
        #expect(!Self.isOpen(next.open(now: .noon)))
    }

    @Test func theLaterOfTwoWishesHolds() {
        var door = Self.door()
        let (soon, late) = (Instant.noon.advanced(by: .seconds(10)), Instant.noon.advanced(by: .hours(2)))
        door.leaveAlone(until: late)
        door.leaveAlone(until: soon)
        #expect(door.open(now: soon) == .closed(.init(until: late, kind: "slow-down")))
        #expect(Self.isOpen(door.open(now: late)))
    }

    @Test func anAnswerToAnEarlierQuestionDoesNotTakeTheWishBack() {
        var door = Self.door()
        let late = Instant.noon.advanced(by: .hours(2))
        door.leaveAlone(until: late)
        door.succeeded(at: .noon)
        #expect(door.open(now: .noon) == .closed(.init(until: late, kind: "slow-down")))
    }

    @Test func aCarrierThatRefusesIsProbedOnceAnHour() {
        var door = Self.door()
        _ = door.open(now: .noon)
        door.blocked("status 401", at: .noon)
        let probe = Instant.noon.advanced(by: .hours(1))
        #expect(door.open(now: probe.advanced(by: .seconds(-1))) == .closed(.init(until: probe, kind: "blocked")))
        #expect(Self.isOpen(door.open(now: probe)))
        #expect(!Self.isOpen(door.open(now: probe)))
        door.succeeded(at: probe)
        #expect(Self.isOpen(door.open(now: probe)))
    }
}
