/// What is needed to make the bags and parcels of a container, each time the same ones.
struct CargoPlan: Hashable, Sendable {
    var seed: UInt64
    var parcels: Int
    var parcelsPerBag: Int
    /// Running number of its first parcel, distinct from those of every other container of the world.
    var firstSerial: Int
}
