import Tracking

/// Makes the trains that leave Urumqi.
struct Timetable {
    var parameters: WorldParameters

    func trains(_ generator: SeededGenerator) -> [TrainRun] {
        var generator = generator
        let firstNumber = generator.integer(in: 0...499)
        var planned = parameters.firstDeparture
        return (0..<parameters.trains).map { ordinal in
            if ordinal > 0 { planned = next(after: planned, &generator) }
            let number = 8001 + (firstNumber + ordinal * 37) % 500 * 2
            return run(ordinal, number: "X\(number)", planned: planned, generator.stream(UInt64(ordinal)))
        }
    }

    /// Longer than any train is late, so that no train overtakes the one before it.
    private var leastHeadway: Double { parameters.headwayHours / 3 }

    /// Never in the last four hours of a local day, so that a late departure stays on the day it was planned for.
    private func next(after planned: Instant, _ generator: inout SeededGenerator) -> Instant {
        let wait = leastHeadway + generator.exponential(mean: parameters.headwayHours - leastHeadway)
        let instant = planned.advanced(by: .hours(wait))
        let local = LocalTime(instant, offsetMinutes: TrainRun.chinaOffsetMinutes)
        return local.secondOfDay >= 20 * 3600 ? instant.advanced(by: .hours(6)) : instant
    }

    private func run(_ ordinal: Int, number: String, planned: Instant, _ generator: SeededGenerator) -> TrainRun {
        var generator = generator
        let late = min(3.9, leastHeadway - 0.5, generator.lognormal(median: 0.5, sigma: 0.8))
        let departure = planned.advanced(by: .hours(late))
        let arrival = departure.advanced(by: LegTime.urumqiToAlashankou.draw(&generator))
        let dwell = LegTime.chineseBorder.draw(&generator)
        let crossing = arrival.advanced(by: dwell * 0.5)
        return TrainRun(
            ordinal: ordinal, number: number, destination: destination(&generator), plannedDeparture: planned,
            departure: departure, alashankouArrival: arrival, alashankouDeparture: crossing,
            dostykArrival: crossing.advanced(by: .minutes(40)), dostykDeparture: arrival.advanced(by: dwell),
            seed: generator.next())
    }

    private func destination(_ generator: inout SeededGenerator) -> Station {
        guard parameters.manyHubs else { return .duisburg }
        return generator.pick([(.duisburg, 66), (.hamburg, 14), (.lodz, 14), (.prague, 6)]) ?? .duisburg
    }
}
