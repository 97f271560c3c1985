import CarrierSimulator
import Forecasting
import Foundation
import Tracking

/// A world of trains whose parcels share five legs and have two of their own, as numbers to be asked about.
struct PollWorld {
    static let start = Instant(seconds: 1_780_000_000)
    static let warmUp = 20.0 * 24
    /// Legs that the numbers of a train share; those behind are each number's own.
    static let shared = 5

    /// The legs in order, with their true times.
    static let legs: [(leg: Leg, time: LegTime)] = [
        (Leg(after: .departed, place: "URH"), .urumqiToAlashankou),
        (Leg(after: .borderArrived, place: "ALK"), .chineseBorder),
        (Leg(after: .borderDeparted, place: "DST"), .dostykToMalaszewicze),
        (Leg(after: .borderArrived, place: "MAA"), .polishBorder),
        (Leg(after: .borderDeparted, place: "MAA"), .malaszewiczeToHub),
        (Leg(after: .arrived, place: "DUI"), .importCustoms),
        (Leg(after: .importCleared, place: "DUI"), .hubToDoor),
    ]

    var traces: [PollTrace] = []
    let hours: Double

    /// - Parameter days: measured after the warm-up.
    init(seed: UInt64, days: Double = 60) {
        hours = Self.warmUp + days * 24
        var generator = SeededGenerator(seed: seed)
        var departure = -14.0 * 24
        var train = 0
        while departure < hours {
            let size = Int(min(max(generator.lognormal(median: exp(3.6), sigma: 0.8), 1), 600))
            addTrain(train, departure, size, &generator)
            departure += generator.exponential(mean: 12)
            train += 1
        }
    }

    private mutating func addTrain(_ train: Int, _ departure: Double, _ size: Int, _ generator: inout SeededGenerator) {
        let common = Self.legs.prefix(Self.shared).map { Self.draw($0.time, &generator) }
        for _ in 0..<size {
            let left = generator.chance(0.03) ? generator.integer(in: 0...(Self.shared - 1)) : nil
            var at = departure
            var events = [departure]
            for (index, leg) in Self.legs.enumerated() {
                at += index < Self.shared ? common[index] : Self.draw(leg.time, &generator)
                if index == left { at += generator.real(in: 24...96) }
                events.append(at + (index < Self.shared ? generator.unit() : 0))
            }
            traces.append(PollTrace(events: events, train: train))
        }
    }

    static func draw(_ time: LegTime, _ generator: inout SeededGenerator) -> Double {
        time.least + generator.lognormal(median: time.median, sigma: time.sigma)
    }

    /// What `trains` trains before the world began have taught; of the legs of their own, five numbers of each.
    static func history(trains: Int, seed: UInt64) -> [LegObservation] {
        var generator = SeededGenerator(seed: seed).stream(7)
        return (0..<trains).flatMap { _ in
            legs.enumerated().flatMap { index, leg in
                (0..<(index < shared ? 1 : 5)).map { _ in
                    LegObservation(leg.leg, ObservedSpan(exactly: draw(leg.time, &generator)))
                }
            }
        }
    }

    /// The true times, each taking `factor` times as long in the belief.
    static func known(times factor: Double) -> LegTimes {
        LegTimes(
            known: Dictionary(
                uniqueKeysWithValues: legs.map {
                    let time = ShiftedLognormal(least: $0.time.least, median: $0.time.median, sigma: $0.time.sigma)
                    return ($0.leg, time.scaled(by: factor))
                }))
    }
}
