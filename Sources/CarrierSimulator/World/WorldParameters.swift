public import Tracking

/// What a simulated world is made of; shares are probabilities from 0 to 1.
public struct WorldParameters: Hashable, Sendable {
    public var trains = 10
    /// Planned departure of the first train; 2026-11-20 14:56 in Urumqi.
    public var firstDeparture = Instant(seconds: 1_795_157_760)
    /// Mean hours between departures.
    public var headwayHours = 12.0
    public var containersPerTrain = 8...8
    public var parcelsPerContainer = 100...140
    public var parcelsPerBag = 10
    /// Containers left behind on the way or rolled to a later train.
    public var leftBehindShare = 0.03
    /// Containers of the first train that are rolled to the second whatever chance says.
    public var rolledFromFirstTrain = 0
    /// Boxes that carry other cargo before or after.
    public var reusedShare = 0.15
    /// Containers of which one bag is taken out before the destination.
    public var partialStripShare = 0.02
    /// Containers for Almaty, and as many again for Moscow, that leave their train on the way.
    public var eurasianShare = 0.06
    /// Whether trains go to several European hubs or all to Duisburg.
    public var manyHubs = true

    public init() {}

    /// A small world that tells the whole story: one train of four containers, one of which leaves on the next train.
    public static var demo: WorldParameters {
        var parameters = WorldParameters()
        parameters.trains = 2
        parameters.containersPerTrain = 4...4
        parameters.parcelsPerContainer = 10...10
        parameters.parcelsPerBag = 5
        parameters.leftBehindShare = 0
        parameters.rolledFromFirstTrain = 1
        parameters.reusedShare = 0.3
        parameters.partialStripShare = 0
        parameters.eurasianShare = 0
        parameters.manyHubs = false
        return parameters
    }

    /// One train with this many parcels, as large manifests are.
    public static func bigTrain(parcels: Int) -> WorldParameters {
        var parameters = WorldParameters()
        parameters.trains = 1
        parameters.containersPerTrain = 50...50
        parameters.parcelsPerContainer = max(1, (parcels + 49) / 50)...max(1, (parcels + 49) / 50)
        parameters.parcelsPerBag = 40
        return parameters
    }
}
