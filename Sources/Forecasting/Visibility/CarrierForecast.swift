import Tracking

/// What is believed of when one carrier will tell the next news of a number.
public struct CarrierForecast: Sendable {
    private let times: LegTimes
    private let lag: PublicationLag?
    private let pattern: HourPattern
    private var curves: [Leg: HazardCurve] = [:]

    /// A carrier of which nothing is known but how long it takes to tell; nil where it tells at once.
    public init(times: LegTimes = LegTimes(), lag: PublicationLag? = PublicationLag()) {
        self.times = times
        self.lag = lag
        pattern = HourPattern()
    }

    /// - Parameters:
    ///   - times: of the legs, whoever told of them.
    ///   - sightings: of this carrier.
    public init(times: LegTimes, sightings: [FirstSighting]) {
        self.times = times
        lag = PublicationLag(learntFrom: sightings)
        pattern = HourPattern(learntFrom: sightings)
    }

    /// The curve of a leg; made once and kept.
    public mutating func curve(of leg: Leg) -> HazardCurve {
        if let known = curves[leg] { return known }
        let curve = HazardCurve(times.time(of: leg), lag: lag, pattern: pattern)
        curves[leg] = curve
        return curve
    }
}
