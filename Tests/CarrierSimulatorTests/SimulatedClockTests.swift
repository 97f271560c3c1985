import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct SimulatedClockTests {
    let real = Locked(Duration.seconds(100))
    let start = Instant(seconds: 1_795_157_760)

    private func clock(speed: Double) -> SimulatedClock {
        let real = real
        return SimulatedClock(start: start, speed: speed) { real.withLock { $0 } }
    }

    private func pass(_ seconds: Double) {
        real.withLock { $0 += .seconds(seconds) }
    }

    @Test func passesTwoWeeksInHalfAMinute() {
        let clock = clock(speed: 14 * 86400 / 30)
        pass(30)
        #expect(clock.now == start.advanced(by: .days(14)))
    }

    @Test func standsStillUntilItIsSet() {
        let clock = clock(speed: 0)
        pass(1000)
        #expect(clock.now == start)
        clock.advance(by: .days(2))
        #expect(clock.now == start.advanced(by: .days(2)))
        clock.set(start)
        #expect(clock.now == start)
    }

    @Test func goesOnFromWhereItWasWhenItsSpeedChanges() {
        let clock = clock(speed: 10)
        pass(5)
        clock.speed = 100
        #expect(clock.now == start.advanced(by: .seconds(50)))
        pass(1)
        #expect(clock.now == start.advanced(by: .seconds(150)))
        clock.speed = -1
        #expect(clock.speed == 0)
    }
}
