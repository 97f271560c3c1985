import Forecasting
import Store
import Tracking

/// Reads from what happened to numbers how long each leg took.
struct JourneyReader: Sendable {
    let places: Places

    /// What several numbers did at the same moments they did together: it is one observation.
    func observations(_ journeys: [[TravelledStep]]) -> [LegObservation] {
        var seen: Set<Travelled> = []
        return journeys.flatMap(legs).filter { seen.insert($0).inserted }.map { LegObservation($0.leg, $0.span) }
    }

    private struct Travelled: Hashable {
        var leg: Leg
        var began: Instant
        var span: ObservedSpan
    }

    private func legs(of journey: [TravelledStep]) -> [Travelled] {
        let actual = journey.filter { $0.isActual && $0.milestone != .unmapped }
        let toward = journey.last?.place.flatMap { places.place(for: $0) }?.country
        return zip(actual, actual.dropFirst()).compactMap { first, second in
            // What happened in the same moment is no waiting.
            guard first.at < second.at else { return nil }
            let place = first.place.flatMap { places.place(for: $0) }?.code
            return Travelled(
                leg: Leg(after: first.milestone, place: place, toward: toward), began: first.at,
                span: Self.span(first, second))
        }
    }

    /// A day is an interval: what began and ended on days is known to a day on either side.
    private static func span(_ first: TravelledStep, _ second: TravelledStep) -> ObservedSpan {
        let hours = second.at.since(first.at).hours
        let early = first.precision == .day ? 24.0 : 0
        let late = second.precision == .day ? 24.0 : 0
        return ObservedSpan(low: hours - early, high: hours + late)
    }
}
