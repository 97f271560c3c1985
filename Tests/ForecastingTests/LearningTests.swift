import Foundation
import TestSupport
import Testing

@testable import Forecasting

/// What is learnt from what was seen, and from how little.
@Suite("Learning how long things take")
struct LearningTests {
    private static let truth = ShiftedLognormal(least: 8, median: 5, sigma: 0.55)
    private static let prior = ShiftedLognormal(least: 2, median: 14, sigma: 1)

    private static func draws(_ count: Int, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in truth.quantile(Double.random(in: 0.0005..<0.9995, using: &generator)) }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func manyObservationsTellTheTruth(seed: UInt64) {
        let learnt = Self.prior.learning(from: Self.draws(400, seed: seed).map(ObservedSpan.init(exactly:)))
        for share in [0.1, 0.5, 0.9] {
            #expect(abs(learnt.quantile(share) - Self.truth.quantile(share)) < 1.2, "\(share)")
        }
    }

    /// A carrier asked every eight hours hides when things happened; the middles of the gaps would tell a wider story.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func gapsBetweenQuestionsWidenNothing(seed: UInt64) {
        let spans = Self.draws(400, seed: seed).map { hours -> ObservedSpan in
            let missed = (hours / 8).rounded(.down) * 8
            return ObservedSpan(low: missed, high: missed + 8)
        }
        let learnt = Self.prior.learning(from: spans)
        #expect(abs(learnt.quantile(0.5) - Self.truth.quantile(0.5)) < 1.5)
        let spread = learnt.quantile(0.9) - learnt.quantile(0.1)
        let truth = Self.truth.quantile(0.9) - Self.truth.quantile(0.1)
        #expect(spread < truth * 1.35)
    }

    @Test func whatStillLastsMakesTheTimeLonger() {
        let over = Self.draws(40, seed: 3).map(ObservedSpan.init(exactly:))
        let waiting = (0..<20).map { _ in ObservedSpan(low: 20, high: .infinity) }
        let plain = Self.prior.learning(from: over)
        let censored = Self.prior.learning(from: over + waiting)
        #expect(censored.quantile(0.5) > plain.quantile(0.5))
    }

    @Test func nothingSeenIsNothingLearnt() {
        #expect(Self.prior.learning(from: []) == Self.prior)
        #expect(Self.prior.learning(from: [ObservedSpan(low: 3, high: .infinity)]) == Self.prior)
    }

    @Test func oneObservationIsNoCertainty() {
        let learnt = Self.prior.learning(from: [ObservedSpan(exactly: 20)])
        #expect(learnt.quantile(0.9) - learnt.quantile(0.1) > 5)
        #expect(learnt.survival(20) > 0.1 && learnt.survival(20) < 0.9)
    }

    /// A prior that is out by an order of magnitude must not spoil what thirty trains have shown.
    @Test func anImpossiblePriorGivesWay() {
        let prior = ShiftedLognormal(least: 1, median: 16, sigma: 1)
        let truth = ShiftedLognormal(least: 84, median: 34, sigma: 0.5)
        let seen = (1...30).map { ObservedSpan(exactly: truth.quantile((Double($0) - 0.5) / 30)) }
        let learnt = prior.learning(from: seen)
        for share in [0.1, 0.5, 0.9] {
            #expect(abs(learnt.quantile(share) / truth.quantile(share) - 1) < 0.12, "\(share)")
        }
    }

    @Test func aTimeThatWasSeenStaysPossible() {
        for seed in 1...50 as ClosedRange<UInt64> {
            let seen = Self.draws(Int(seed % 7) + 1, seed: seed)
            let learnt = Self.prior.learning(from: seen.map(ObservedSpan.init(exactly:)))
            #expect(learnt.least < seen.min() ?? 0)
            #expect(learnt.sigma.isFinite && learnt.mu.isFinite)
        }
    }
}
