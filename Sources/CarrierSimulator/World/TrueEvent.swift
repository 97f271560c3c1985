public import Tracking

/// What really happened in the simulated world, whether or not any carrier ever tells it.
public struct TrueEvent: Hashable, Sendable {
    public var milestone: Milestone
    public var at: Instant
    /// Nil at a customer's door.
    public var station: Station?
    /// Whether the container was full; nil for a parcel.
    public var load: Load?
    /// Number of the train or service that carried the container, `X8157`; nil off the rails.
    public var service: String?
    /// Wagon that carried the container: 12 digits on 1435 mm in Europe, 8 digits on 1520 mm, 7 in China.
    public var wagon: String?

    public init(
        _ milestone: Milestone, _ at: Instant, _ station: Station?, load: Load? = nil,
        service: String? = nil, wagon: String? = nil
    ) {
        self.milestone = milestone
        self.at = at
        self.station = station
        self.load = load
        self.service = service
        self.wagon = wagon
    }
}
