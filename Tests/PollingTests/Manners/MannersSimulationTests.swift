import Foundation
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Carriers that misbehave, processes that are killed, and a referee who knows only the log: no request too many.
///
/// `CARAVAN_REQUESTS=1000000` asks so many times.
struct MannersSimulationTests {
    private static let requestsOfACarrier = 2_000

    @Test func noRequestOfManyBreaksARule() {
        let wanted = ProcessInfo.processInfo.environment["CARAVAN_REQUESTS"].flatMap { Int($0) } ?? 100_000
        var (requests, restarts, seed) = (0, 0, UInt64(0))
        while requests < wanted {
            seed += 1
            var run = MannersRun(seed: seed)
            requests += run.run(requests: Self.requestsOfACarrier)
            restarts += run.restarts
            let breaches = run.referee.breaches
            #expect(breaches.isEmpty, "seed \(seed): \(breaches.count), first \(breaches.prefix(3)); \(run.settings)")
        }
        #expect(restarts > requests / 1_000)
    }

    @Test(arguments: BrokenManners.allCases)
    func theRefereeSeesWhatIsBroken(fault: BrokenManners) {
        let seen = (UInt64(1)...40).contains { seed in
            var run = MannersRun(seed: seed, fault: fault)
            _ = run.run(requests: Self.requestsOfACarrier)
            return run.referee.breaches.contains { $0.rule == fault.rule }
        }
        #expect(seen)
    }

    @Test func aSeedReplaysTheSameRun() {
        func log(_ seed: UInt64) -> [Breach] {
            var run = MannersRun(seed: seed, fault: .ignoresRetryAfter)
            _ = run.run(requests: 500)
            return run.referee.breaches
        }
        for seed in UInt64(1)...5 { #expect(log(seed) == log(seed)) }
    }
}
