import TestSupport
import Testing
import Tracking

@testable import Polling

struct TokenBucketTests {
    /// Call times with pauses and bursts, and a clock that now and then stands still.
    private static func grants(_ bucket: inout TokenBucket, seed: UInt64, calls: Int) -> [Int64] {
        var generator = SeededGenerator(seed: seed)
        var now = Instant.noon
        return (0..<calls).map { _ in
            let pauses: [Int64] = [0, 0, 1, 40, 900, 20_000]
            now = now.advanced(by: .milliseconds(pauses.randomElement(using: &generator) ?? 0))
            return bucket.take(now: now).milliseconds
        }
    }

    @Test(arguments: [(0.5, 1), (2, 4), (10, 3), (0.01, 5), (50, 1)] as [(Double, Int)])
    func neverMoreThanRateAndBurstInAnyWindow(rate: Double, burst: Int) {
        for seed in UInt64(1)...20 {
            var bucket = TokenBucket(perSecond: rate, burst: burst)
            let grants = Self.grants(&bucket, seed: seed, calls: 200).sorted()
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
        var bucket = TokenBucket(perSecond: 3, burst: 2)
        var generator = SeededGenerator(seed: 7)
        var now = Instant.noon
        for _ in 0..<500 {
            now = now.advanced(by: .milliseconds(Int64.random(in: 0...800, using: &generator)))
            #expect(bucket.take(now: now) >= now)
        }
    }

    @Test func theWholeRateIsUsedByThoseWhoWait() {
        var bucket = TokenBucket(perSecond: 4, burst: 1)
        let grants = (0..<9).map { _ in bucket.take(now: .noon).milliseconds - Instant.noon.milliseconds }
        #expect(grants == [0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000])
    }
}
