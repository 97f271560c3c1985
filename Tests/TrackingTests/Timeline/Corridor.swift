@testable import Tracking

/// A few nodes of the corridor, enough for a journey with two breaks of gauge.
enum Corridor {
    static let places: [String: Place] = {
        let all = [
            node("URH", "CN", 43.82, 87.60, 1435, 1435, false, 0), node("SNP", "CN", nil, nil, 1435, 1435, false, 0),
            node("KYT", "CN", 44.40, 84.90, 1435, 1435, false, 245),
            node("JHE", "CN", nil, nil, 1435, 1435, false, 385),
            node("ALK", "CN", 45.17, 82.57, 1435, 1520, true, 456),
            node("DST", "KZ", 45.25, 82.49, 1435, 1520, true, 468),
            node("KHG", "CN", 44.21, 80.40, 1435, 1520, true, 670),
            node("ALT", "KZ", 44.16, 80.30, 1435, 1520, true, 682),
            node("AGY", "KZ", 46.95, 79.68, 1520, 1520, false, 772),
            node("ALM", "KZ", 43.27, 76.94, 1520, 1520, false, 1048),
            node("AST", "KZ", 51.20, 71.41, 1520, 1520, false, 1880),
            node("MOW", "RU", 55.7, 37.5, 1520, 1520, false, 4700),
            node("BQT", "BY", 52.11, 23.65, 1520, 1435, true, 5900),
            node("MAA", "PL", 52.02, 23.53, 1520, 1435, true, 5915),
            node("POZ", "PL", 52.41, 16.93, 1435, 1435, false, 6400),
            node("HAM", "DE", 53.55, 9.99, 1435, 1435, false, 6900),
            node("DUI", "DE", 51.43, 6.76, 1435, 1435, false, 7300),
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
    }()

    static func place(_ reference: PlaceReference) -> Place? { places[reference.text] }

    private static func node(
        _ code: String, _ country: String, _ latitude: Double?, _ longitude: Double?,
        _ gaugeIn: Int, _ gaugeOut: Int, _ isBorder: Bool, _ kilometres: Int
    ) -> Place {
        Place(
            code: code, unlocode: nil, nameEN: code, nameZH: code, nameRU: code, country: country, zone: "",
            gaugeIn: gaugeIn, gaugeOut: gaugeOut, isBorder: isBorder, kilometres: kilometres, latitude: latitude,
            longitude: longitude)
    }
}
