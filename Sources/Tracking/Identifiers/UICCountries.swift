/// The two-digit codes that the railways give to countries (UIC leaflet 920-14), with ISO 3166-1 alpha-2.
///
/// 99 is left out on purpose: published lists do not allocate it alike.
public enum UICCountries {
    /// The country of a code; nil for one that is not given out.
    public static func country(_ code: Int) -> String? { all[code] }

    private static let all: [Int: String] = [
        10: "FI", 20: "RU", 21: "BY", 22: "UA", 23: "MD", 24: "LT", 25: "LV", 26: "EE", 27: "KZ", 28: "GE", 29: "UZ",
        30: "KP", 31: "MN", 32: "VN", 33: "CN", 40: "CU", 41: "AL", 42: "JP", 44: "BA", 49: "BA", 50: "BA", 51: "PL",
        52: "BG", 53: "RO", 54: "CZ", 55: "HU", 56: "SK", 57: "AZ", 58: "AM", 59: "KG", 60: "IE", 61: "KR", 62: "ME",
        65: "MK", 66: "TJ", 67: "TM", 68: "AF", 70: "GB", 71: "ES", 72: "RS", 73: "GR", 74: "SE", 75: "TR", 76: "NO",
        78: "HR", 79: "SI", 80: "DE", 81: "AT", 82: "LU", 83: "IT", 84: "NL", 85: "CH", 86: "DK", 87: "FR", 88: "BE",
        90: "EG", 91: "TN", 92: "DZ", 93: "MA", 94: "PT", 95: "IL", 96: "IR", 97: "SY", 98: "LB",
    ]
}
