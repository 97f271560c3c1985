/// What the rules of a timeline need to know of a place.
final class PlaceFacts: Sendable {
    let code: String
    let country: String
    let isBorder: Bool
    let breaksGauge: Bool
    /// In millimetres, where there is one.
    let gauge: Int?
    let kilometres: Int?
    let latitude: Double?
    let longitude: Double?

    init(_ place: Place) {
        code = place.code
        country = place.country
        isBorder = place.isBorder
        breaksGauge = place.breaksGauge
        gauge = place.gaugeIn == place.gaugeOut ? place.gaugeIn : nil
        kilometres = place.kilometres
        latitude = place.latitude
        longitude = place.longitude
    }

    /// Whether both are the same node or yards and stations of one (the two sides of a border, two yards of Urumqi).
    ///
    /// Half a degree of latitude is 56 km, 0.8° of longitude 50 to 65 km on this corridor.
    func isNear(_ other: PlaceFacts) -> Bool {
        if code == other.code { return true }
        if let latitude, let longitude, let otherLatitude = other.latitude, let otherLongitude = other.longitude {
            return abs(latitude - otherLatitude) <= 0.5 && abs(longitude - otherLongitude) <= 0.8
        }
        if let kilometres, let otherKilometres = other.kilometres {
            return abs(kilometres - otherKilometres) <= 50
        }
        return false
    }
}
