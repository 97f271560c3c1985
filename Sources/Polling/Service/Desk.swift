import Intake
import Logging
import Store
import Tracking

/// What every lane works with.
struct Desk: Sendable {
    var writer: StoreWriter
    var batcher: DeliveryBatcher
    var clock: any Timekeeper
    /// A number from 0 up to 1.
    var random: @Sendable () -> Double
    var log: Logger
}
