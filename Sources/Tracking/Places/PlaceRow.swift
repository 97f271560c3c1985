/// One row of a user's table of places, and what is wrong with it.
struct PlaceRow {
    static let columns = [
        "code", "unlocode", "name_en", "name_zh", "name_ru", "country", "tz", "aliases", "esr", "telegraph", "tmis",
        "uic", "gauge_in", "gauge_out", "is_border", "km_from_urumqi", "lat", "lon",
    ]

    private let number: Int
    private let fields: [String: String]
    private(set) var problems: [PlaceProblem] = []

    init(number: Int, fields: [String: String]) {
        self.number = number
        self.fields = fields
    }

    func value(_ column: String) -> String? {
        fields[column].map(PlaceName.tidy).flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func problem(_ column: String, _ reason: String) {
        problems.append(PlaceProblem(row: number, column: column, reason: reason))
    }

    /// The place as the row states it, over what was known before; nil when something is wrong.
    mutating func place(over existing: Place?) -> Place? {
        guard let code = code() else { return nil }
        let name = required("name_en", existing?.nameEN)
        let country = country(existing?.country)
        let zone = zone(existing?.zone)
        let gauges = (number("gauge_in", existing?.gaugeIn), number("gauge_out", existing?.gaugeOut))
        let place = Place(
            code: code, unlocode: unlocode() ?? existing?.unlocode, nameEN: name,
            nameZH: value("name_zh") ?? existing?.nameZH ?? name, nameRU: value("name_ru") ?? existing?.nameRU ?? name,
            country: country, zone: zone, gaugeIn: gauges.0, gaugeOut: gauges.1,
            isBorder: flag("is_border") ?? existing?.isBorder ?? false,
            kilometres: number("km_from_urumqi", existing?.kilometres),
            latitude: degrees("lat", 90) ?? existing?.latitude, longitude: degrees("lon", 180) ?? existing?.longitude)
        return problems.isEmpty ? place : nil
    }

    func codes() -> [(PlaceScheme, String)] {
        [PlaceScheme.unlocode, .esr, .telegraph, .tmis, .uic].flatMap { scheme in
            (value(scheme.rawValue) ?? "").split { $0 == ";" || $0 == " " }
                .map { (scheme, String($0).uppercased()) }
        }
    }

    /// The names the row states, each with its column.
    func names() -> [(column: String, name: String)] {
        let own = ["name_en", "name_zh", "name_ru"].compactMap { column in value(column).map { (column, $0) } }
        let others = (value("aliases") ?? "").split { $0 == ";" || $0 == "；" }
        return own + others.map { ("aliases", PlaceName.tidy(String($0))) }
    }

    // MARK: - Columns

    private mutating func code() -> String? {
        guard let code = value("code")?.uppercased() else {
            problem("code", "a place needs a code of its own, such as ALK")
            return nil
        }
        let isCode =
            (2...8).contains(code.utf8.count)
            && code.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
        if !isCode { problem("code", "a code is two to eight letters and digits, such as ALK") }
        return isCode ? code : nil
    }

    private mutating func unlocode() -> String? {
        guard let code = codes().first(where: { $0.0 == .unlocode })?.1 else { return nil }
        guard code.utf8.count == 5, CountryCodes.contains(String(code.prefix(2))),
            code.utf8.dropFirst(2).allSatisfy({ (65...90).contains($0) || (50...57).contains($0) })
        else {
            problem("unlocode", "a UN/LOCODE is a country's two letters and three of A to Z and 2 to 9, such as CNAKL")
            return nil
        }
        return code
    }

    private mutating func required(_ column: String, _ existing: String?) -> String {
        if let text = value(column) ?? existing { return text }
        problem(column, "a new place needs \(column)")
        return ""
    }

    private mutating func country(_ existing: String?) -> String {
        let country = required("country", existing).uppercased()
        if !country.isEmpty, !CountryCodes.contains(country) {
            problem("country", "\(country) is no country's two-letter code, such as KZ")
        }
        return country
    }

    private mutating func zone(_ existing: String?) -> String {
        let zone = required("tz", existing)
        if zone == "Asia/Urumqi" {
            problem("tz", "railways and customs in Xinjiang keep Asia/Shanghai")
        } else if !zone.isEmpty, !Zones.shared.contains(zone) {
            problem("tz", "no time zone \(zone); right is an IANA name such as Asia/Almaty")
        }
        return zone
    }

    private mutating func number(_ column: String, _ existing: Int?) -> Int? {
        guard let text = value(column) else { return existing }
        if let number = Int(text), (0...20_000).contains(number) { return number }
        problem(column, "\(text) is not a whole number from 0 to 20000")
        return nil
    }

    private mutating func degrees(_ column: String, _ bound: Double) -> Double? {
        guard let text = value(column) else { return nil }
        if let number = Double(text), abs(number) <= bound { return number }
        problem(column, "\(text) is not a number of degrees from -\(Int(bound)) to \(Int(bound))")
        return nil
    }

    private mutating func flag(_ column: String) -> Bool? {
        switch value(column)?.lowercased() {
        case nil: return nil
        case "1", "yes", "true": return true
        case "0", "no", "false": return false
        default:
            problem(column, "right are 1 and 0")
            return nil
        }
    }
}
