import Foundation
import Testing
import Tracking

@testable import Forecasting

/// When a number is worth its question.
@Suite("Urgency of asking")
struct HazardCurveTests {
    private static let began = Instant(seconds: 1_795_000_000)
    private static let time = ShiftedLognormal(least: 84, median: 34, sigma: 0.5)
    private let curve = HazardCurve(time)

    private func hours(after age: Double, weight: Double = 1, price: Double = 0.25) -> Double {
        curve.hoursUntilDue(
            after: Self.began.advanced(by: .hours(age)), began: Self.began, weight: weight, price: price)
    }

    @Test func theTrainIsLeftAloneWhileItCannotHaveArrived() {
        #expect(hours(after: 10) > 3 * hours(after: 115))
    }

    @Test func aDearerQuestionIsPutLessOften() {
        for age in stride(from: 0.0, to: 300, by: 7) {
            #expect(hours(after: age, price: 1) >= hours(after: age, price: 0.25))
        }
    }

    @Test func whoStandsForMoreIsAskedMoreOften() {
        for age in stride(from: 0.0, to: 300, by: 7) {
            #expect(hours(after: age, weight: 16) <= hours(after: age))
        }
    }

    /// Far beyond all that is believed the hazard is flat: the rule is the root of twice the price over the hazard.
    @Test func aFlatHazardGivesTheSquareRootRule() {
        let rate = 1 / Self.time.mean
        #expect(abs(hours(after: 2000) - (2 * 0.25 / rate).squareRoot()) < 0.1)
    }

    @Test func nobodyWaitsLongerThanADay() {
        #expect(hours(after: 0, price: 1e6) == 24)
    }

    @Test func theIndexCrossesItsPriceWhenTheNumberIsDue() {
        for age in stride(from: 0.5, to: 400, by: 13) {
            let last = Self.began.advanced(by: .hours(age))
            let due = last.advanced(by: .hours(hours(after: age)))
            let index = curve.index(from: last, to: due, began: Self.began, weight: 1)
            #expect(index * index <= 0.25 * 1.01, "\(age)")
            if due.since(last) < .hours(24) { #expect(index * index >= 0.25 * 0.99, "\(age)") }
        }
    }

    @Test func theIndexOnlyGrows() {
        var last = 0.0
        for age in stride(from: 0.0, to: 1200, by: 3.7) {
            let index = curve.index(
                from: Self.began, to: Self.began.advanced(by: .hours(age)), began: Self.began, weight: 1)
            #expect(index >= last)
            last = index
        }
    }

    @Test func aCarrierThatTellsLateIsAskedLater() {
        let late = HazardCurve(Self.time, lag: PublicationLag(time: ShiftedLognormal(least: 24, median: 2, sigma: 0.3)))
        func index(_ curve: HazardCurve, _ age: Double) -> Double {
            curve.index(from: Self.began, to: Self.began.advanced(by: .hours(age)), began: Self.began, weight: 1)
        }
        #expect(index(late, 110) < index(curve, 110))
    }

    @Test func theHoursAtWhichACarrierTellsAreAskedAt() {
        // Everything was first told between six and seven in the evening.
        let sightings = (0..<400).map { day -> FirstSighting in
            let seen = Instant(seconds: Int64(day) * 86_400 + 19 * 3600)
            return FirstSighting(
                happenedAt: seen.advanced(by: .hours(-9)), missedAt: seen.advanced(by: .hours(-1)), seenAt: seen)
        }
        let pattern = HourPattern(learntFrom: sightings)
        #expect(abs(pattern.multipliers.reduce(0, +) / 24 - 1) < 1e-9)
        #expect(pattern.multiplier(at: Instant(seconds: 19 * 3600)) > 5)
        #expect(pattern.multiplier(at: Instant(seconds: 3 * 3600)) < 0.5)
        let curve = HazardCurve(ShiftedLognormal(least: 0, median: 20, sigma: 1), pattern: pattern)
        let noon = Instant(seconds: 1_795_000_000 / 86_400 * 86_400 + 12 * 3600)
        let wait = curve.hoursUntilDue(after: noon, began: noon.advanced(by: .hours(-10)), weight: 1, price: 0.4)
        let due = (12 + wait).truncatingRemainder(dividingBy: 24)
        #expect(due > 17.5 && due < 20.5)
    }

    @Test func withoutSightingsNoHourIsLikeAnother() {
        #expect(HourPattern(learntFrom: []) == HourPattern())
    }

    @Test func whatWasNeverMissedSaysNothingOfTheLag() {
        let seen = FirstSighting(happenedAt: Self.began, missedAt: nil, seenAt: Self.began.advanced(by: .hours(90)))
        #expect(PublicationLag(learntFrom: [seen]).time == PublicationLag.prior)
    }

    @Test func aLagIsLearntBetweenTheMissAndTheHit() {
        let sightings = (0..<60).map { number -> FirstSighting in
            let happened = Self.began.advanced(by: .hours(number * 5))
            return FirstSighting(
                happenedAt: happened, missedAt: happened.advanced(by: .hours(10)),
                seenAt: happened.advanced(by: .hours(14)))
        }
        let lag = PublicationLag(learntFrom: sightings).time
        #expect(lag.quantile(0.5) > 9 && lag.quantile(0.5) < 15)
    }
}
