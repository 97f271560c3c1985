import TestSupport
import Testing
import Tracking

@testable import Polling

struct PaceTests {
    private static let period = Duration.seconds(2)

    private static func after(_ seconds: Double) -> Instant { Instant.noon.advanced(by: .seconds(seconds)) }

    @Test func tooMuchHalvesTheRateOnceInTheTimeOfABucket() {
        var pace = Pace()
        let shares = [0, 0.5, 1.9, 2, 3.9, 4].map { seconds in
            pace.slowDown(at: Self.after(seconds), period: Self.period)
            return pace.share(at: Self.after(seconds))
        }
        #expect(shares == [0.5, 0.5, 0.5, 0.25, 0.25, 0.125])
    }

    @Test func everyCleanHourGivesATwentiethBackUpToTheWhole() {
        var pace = Pace()
        pace.slowDown(at: .noon, period: Self.period)
        let shares = [0, 3599, 3600, 7200, 9 * 3600, 10 * 3600, 100 * 3600].map { pace.share(at: Self.after($0)) }
        #expect(zip(shares, [0.5, 0.5, 0.55, 0.6, 0.95, 1, 1]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(shares)")
    }

    @Test func anotherTooMuchBeginsTheCleanHourAnew() {
        var pace = Pace()
        pace.slowDown(at: .noon, period: .hours(3))
        pace.slowDown(at: Self.after(5400), period: .hours(3))
        #expect(abs(pace.share(at: Self.after(5400 + 3599)) - 0.55) < 1e-12)
        #expect(abs(pace.share(at: Self.after(5400 + 3600)) - 0.6) < 1e-12)
    }

    @Test func itNeverStandsStillAndNeverExceedsTheSettings() {
        var generator = SeededGenerator(seed: 3)
        var pace = Pace()
        var now = Instant.noon
        for _ in 0..<2_000 {
            now = now.advanced(by: .seconds(Int.random(in: 0...20_000, using: &generator)))
            if Bool.random(using: &generator) {
                let before = pace.share(at: now)
                pace.slowDown(at: now, period: Self.period)
                #expect(pace.share(at: now) <= before)
            }
            #expect((Pace.least...1).contains(pace.share(at: now)))
        }
    }

    @Test func whatIsKeptIsTheSamePace() {
        var pace = Pace()
        pace.slowDown(at: .noon, period: Self.period)
        let kept = Pace(shareThen: pace.shareThen, slowedAt: pace.slowedAt, halvedAt: pace.halvedAt)
        #expect(kept == pace)
        #expect(Pace(shareThen: 0).share(at: .noon) == Pace.least && Pace(shareThen: 7).share(at: .noon) == 1)
    }

    @Test func aClockThatIsSetBackDoesNotForbidTheHalving() {
        var pace = Pace()
        pace.slowDown(at: .noon, period: Self.period)
        pace.slowDown(at: Self.after(-86_400), period: Self.period)
        #expect(pace.share(at: Self.after(-86_400)) == 0.25)
    }
}
