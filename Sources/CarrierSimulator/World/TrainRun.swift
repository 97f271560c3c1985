public import Tracking

/// One run of a block train from Urumqi; it ends at Dostyk, where its containers change to the wide gauge.
public struct TrainRun: Hashable, Sendable {
    /// Its position among the departures of its world, from 0.
    public var ordinal: Int
    /// `X8157`: odd, outbound.
    public var number: String
    public var destination: Station
    public var plannedDeparture: Instant
    /// Never on another local day than planned, so that a paper from before the departure names the right run.
    public var departure: Instant
    public var alashankouArrival: Instant
    public var alashankouDeparture: Instant
    public var dostykArrival: Instant
    /// When the containers that were not left behind go on from Dostyk.
    public var dostykDeparture: Instant
    /// Seed of everything that its containers share later on.
    var seed: UInt64

    /// The local date of the departure in Urumqi, `2026-11-20`.
    public var date: String {
        LocalTime(departure, offsetMinutes: Self.chinaOffsetMinutes).date
    }

    /// The run as a subject goes by it: `X8157@2026-11-20`.
    public var code: String { "\(number)@\(date)" }

    /// China keeps one time all year round, Xinjiang included.
    static let chinaOffsetMinutes = 480

    /// What happened to the train itself.
    public var events: [TrueEvent] {
        let leg = alashankouArrival.since(departure)
        return [
            TrueEvent(.departed, departure, .urumqi, service: number),
            TrueEvent(.passed, departure.advanced(by: leg * 0.48), .kuytun, service: number),
            TrueEvent(.passed, departure.advanced(by: leg * 0.84), .jinghe, service: number),
            TrueEvent(.borderArrived, alashankouArrival, .alashankou, service: number),
            TrueEvent(.borderDeparted, alashankouDeparture, .alashankou, service: number),
            TrueEvent(.borderArrived, dostykArrival, .dostyk, service: number),
        ]
    }
}
