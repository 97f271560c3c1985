import Testing
import Tracking

@testable import Forecasting

@Suite("How long things take")
struct ShiftedLognormalTests {
    private let time = ShiftedLognormal(least: 8, median: 5, sigma: 0.55)

    @Test func survivalFallsFromOneToNothing() {
        #expect(time.survival(0) == 1)
        #expect(time.survival(8) == 1)
        #expect(abs(time.survival(13) - 0.5) < 1e-9)
        #expect(time.survival(1000) < 1e-9)
    }

    @Test(arguments: [0.01, 0.1, 0.5, 0.9, 0.99])
    func quantileIsWhereTheSurvivalSaysSo(share: Double) {
        #expect(abs(time.survival(time.quantile(share)) - (1 - share)) < 1e-9)
    }

    @Test(arguments: [0.5, 1.6, 2.0])
    func anotherClockStretchesEverything(factor: Double) {
        let scaled = time.scaled(by: factor)
        #expect(abs(scaled.mean - time.mean * factor) < 1e-9)
        #expect(abs(scaled.quantile(0.9) - time.quantile(0.9) * factor) < 1e-9)
    }

    @Test func anotherLeastTimeKeepsTheMiddleAndTheSpread() {
        let rebased = time.rebased(to: 9)
        #expect(abs(rebased.quantile(0.5) - time.quantile(0.5)) < 1e-6)
        #expect(abs(rebased.quantile(0.84) - time.quantile(0.84)) < 0.5)
    }
}
