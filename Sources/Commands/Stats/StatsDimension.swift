import Store
import Tracking

/// What figures can be broken down by.
enum StatsDimension: String, CaseIterable {
    /// The customs supervision mode: 9610, 9710, 9810, 1210, 0110.
    case mode
    /// The country of destination.
    case country
    /// The customs port of exit.
    case port
    case consignor

    /// Nil where it is not stated, which stays a row of its own.
    func value(_ situation: Situation) -> String? {
        switch self {
        case .mode: situation.fact("mode")
        case .country: situation.fact("country") ?? situation.fact("customs_country").map { "customs \($0)" }
        case .port: situation.fact("port")
        case .consignor: situation.fact("consignor_ref")
        }
    }
}
