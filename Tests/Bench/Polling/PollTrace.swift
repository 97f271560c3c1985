import CarrierSimulator
import Tracking

/// What really happens to one number, and with whom it travels.
struct PollTrace {
    /// Hours since the world began; the first is known when the number becomes known.
    var events: [Double]
    var train: Int
}
