/// The clocks of countries, for events that name a country and no place of ours (IANA time zone database).
public enum CountryZones {
    /// The zone that all of a country's mainland keeps; nil for a country of several zones, and for one not listed.
    ///
    /// Islands far away (Azores, Canaries) are left out: what moves on the railway or in the mainland's post is meant.
    public static func zone(of country: String) -> String? {
        single[country]
    }

    /// Where most of a country of several zones lives: no more than an assumption, and to be marked as one.
    public static func likelyZone(of country: String) -> String? {
        several[country]
    }

    private static let single = read(
        """
        AE Asia/Dubai|AM Asia/Yerevan|AT Europe/Vienna|AZ Asia/Baku|BA Europe/Sarajevo|BE Europe/Brussels
        BG Europe/Sofia|BY Europe/Minsk|CH Europe/Zurich|CN Asia/Shanghai|CY Asia/Nicosia|CZ Europe/Prague
        DE Europe/Berlin|DK Europe/Copenhagen|EE Europe/Tallinn|ES Europe/Madrid|FI Europe/Helsinki|FR Europe/Paris
        GB Europe/London|GE Asia/Tbilisi|GR Europe/Athens|HK Asia/Hong_Kong|HR Europe/Zagreb|HU Europe/Budapest
        IE Europe/Dublin|IL Asia/Jerusalem|IN Asia/Kolkata|IR Asia/Tehran|IS Atlantic/Reykjavik|IT Europe/Rome
        JP Asia/Tokyo|KG Asia/Bishkek|KR Asia/Seoul|KZ Asia/Almaty|LI Europe/Vaduz|LT Europe/Vilnius
        LU Europe/Luxembourg|LV Europe/Riga|MC Europe/Monaco|MD Europe/Chisinau|ME Europe/Podgorica
        MK Europe/Skopje|MO Asia/Macau|MT Europe/Malta|MY Asia/Kuala_Lumpur|NL Europe/Amsterdam|NO Europe/Oslo
        PL Europe/Warsaw|PT Europe/Lisbon|RO Europe/Bucharest|RS Europe/Belgrade|SA Asia/Riyadh
        SE Europe/Stockholm|SG Asia/Singapore|SI Europe/Ljubljana|SK Europe/Bratislava|TH Asia/Bangkok
        TJ Asia/Dushanbe|TM Asia/Ashgabat|TR Europe/Istanbul|TW Asia/Taipei|UA Europe/Kyiv|UZ Asia/Tashkent
        VN Asia/Ho_Chi_Minh|XK Europe/Belgrade|ZA Africa/Johannesburg
        """)

    private static let several = read(
        """
        AU Australia/Sydney|BR America/Sao_Paulo|CA America/Toronto|CL America/Santiago|ID Asia/Jakarta
        MN Asia/Ulaanbaatar|MX America/Mexico_City|RU Europe/Moscow|US America/New_York
        """)

    private static func read(_ table: String) -> [String: String] {
        var zones: [String: String] = [:]
        for entry in table.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let parts = entry.split(separator: " ")
            if parts.count == 2 { zones[String(parts[0])] = String(parts[1]) }
        }
        return zones
    }
}
