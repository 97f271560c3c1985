import Tracking

/// Where in an interval a number has its place, so that numbers bound together do not stay together.
///
/// By chance as far as anybody can tell, and the same in every process: a restart puts nothing off and pulls nothing
/// together.
enum Phase {
    /// The place of a number with a carrier, from 0 up to 1; the same number has another place with another carrier.
    static func of(carrier: String, number: Subject) -> Double {
        // As many bits as a Double holds exactly.
        Double(StableHash.of("\(carrier)|\(number.kind.rawValue)|\(number)") >> 11) / 0x1p53
    }

    /// The place of a number within `window`, from 0 up to the whole of it.
    static func of(carrier: String, number: Subject, within window: Duration) -> Duration {
        .milliseconds(Int64(of(carrier: carrier, number: number) * Double(window.wholeMilliseconds)))
    }
}
