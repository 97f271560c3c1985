import TestSupport
import Testing
import Tracking

@testable import Polling

struct TokenBucketTests {
    /// Call times with pauses and bursts, and a clock that now and then stands still.
    private static func grants(_ bucket: inout TokenBucket, rate: Double, seed: UInt64, calls: Int) -> [Int64] {
        var generator = SeededGenerator(seed: seed)
        var now = Instant.noon
        return (0..<calls).map { _ in
            let pauses: [Int64] = [0, 0, 1, 40, 900, 20_000]
            now = now.advanced(by: .milliseconds(pauses.randomElement(using: &generator) ?? 0))
            return takeWhenOpen(&bucket, &now, rate)
        }
    }

    /// Waits for the next place, as whoever wants one does, and takes it.
    private static func takeWhenOpen(_ bucket: inout TokenBucket, _ now: inout Instant, _ rate: Double) -> Int64 {
        now = bucket.opens(now: now, perSecond: rate)
        bucket.take(now: now, perSecond: rate)
        return now.milliseconds
    }

    @Test(arguments: [(0.5, 1), (2, 4), (10, 3), (0.01, 5), (50, 1)] as [(Double, Int)])
    func neverMoreThanRateAndBurstInAnyWindow(rate: Double, burst: Int) {
        for seed in UInt64(1)...20 {
            var bucket = TokenBucket(burst: burst)
            let grants = Self.grants(&bucket, rate: rate, seed: seed, calls: 200)
            for first in grants.indices {
                for last in first..<grants.count {
                    let seconds = Double(grants[last] - grants[first]) / 1000
                    let allowed = Double(burst) + seconds * rate
                    // A millisecond is the finest that the clock tells.
                    #expect(Double(last - first + 1) <= allowed + rate / 1000 + 1e-6, "seed \(seed)")
                }
            }
        }
    }

    @Test func aPlaceIsNeverBeforeItIsAskedFor() {
        var bucket = TokenBucket(burst: 2)
        var generator = SeededGenerator(seed: 7)
        var now = Instant.noon
        for _ in 0..<500 {
            now = now.advanced(by: .milliseconds(Int64.random(in: 0...800, using: &generator)))
            #expect(bucket.opens(now: now, perSecond: 3) >= now)
            bucket.take(now: now, perSecond: 3)
        }
    }

    @Test func theWholeRateIsUsedByThoseWhoWait() {
        var bucket = TokenBucket(burst: 1)
        var now = Instant.noon
        let grants = (0..<9).map { _ in Self.takeWhenOpen(&bucket, &now, 4) - Instant.noon.milliseconds }
        #expect(grants == [0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000])
    }

    /// A rate that changes between the requests, as it does when a carrier says "too much" and when it is clean again.
    @Test func aRateThatChangesGivesNoSecondBurst() {
        for seed in UInt64(1)...40 {
            var generator = SeededGenerator(seed: seed)
            var bucket = TokenBucket(burst: 4)
            var (now, rate) = (Instant.noon, 2.0)
            var grants: [Int64] = []
            for _ in 0..<200 {
                if Int.random(in: 0..<10, using: &generator) == 0 {
                    bucket.settle(now: now, perSecond: rate)
                    rate = [2, 1, 0.5, 0.05].randomElement(using: &generator) ?? 2
                }
                grants.append(Self.takeWhenOpen(&bucket, &now, rate))
            }
            var excess = -Double.infinity
            for first in grants.indices {
                for last in first..<grants.count {
                    let allowed = 4 + Double(grants[last] - grants[first]) / 1000 * 2
                    excess = max(excess, Double(last - first + 1) - allowed)
                }
            }
            // A millisecond is the finest that the clock tells.
            #expect(excess <= 2e-3, "seed \(seed)")
        }
    }

    @Test func aClockThatIsSetBackStopsNobodyUntilItHasCaughtUp() {
        var bucket = TokenBucket(burst: 1)
        bucket.take(now: .noon, perSecond: 1)
        let lastYear = Instant.noon.advanced(by: .days(-365))
        #expect(bucket.opens(now: lastYear, perSecond: 1) == lastYear.advanced(by: .seconds(1)))
        bucket.settle(now: lastYear, perSecond: 1)
        #expect(
            bucket.opens(now: lastYear.advanced(by: .seconds(1)), perSecond: 1) == lastYear.advanced(by: .seconds(1)))
    }
}
