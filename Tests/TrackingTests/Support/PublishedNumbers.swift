import Foundation

/// The numbers of one published file, whichever of the usual lists it keeps them in.
struct PublishedNumbers: Decodable {
    struct Numbered: Decodable {
        var value: String?
        var code: String?
        var urn: String?
        var sscc: String?
        var original: String?
        var stillValidAfterSwap: String?
        var tmis: String?
        var telegraph: String?

        enum CodingKeys: String, CodingKey {
            case value, code, urn, sscc, original, tmis, telegraph
            case stillValidAfterSwap = "still_valid_after_swap"
        }

        var all: [String] {
            [value, code, urn, sscc, original, stillValidAfterSwap, tmis, telegraph].compactMap { $0 }
        }
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static let plain = [
        "valid", "constructed", "with_check_digit", "constructed_with_check", "remainder_10_valid", "remainder_0_valid",
        "second_pass_examples", "double_ten_examples", "same_number_different_country",
    ]
    private static let numbered = [
        "remainder_cases", "decoded", "named", "epc_urn_pairs", "undetected_transpositions", "rows",
    ]

    var valid: [String] = []
    var invalid: [Vectors.Numbers.Invalid] = []

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for name in Self.plain { valid += try container.decodeIfPresent([String].self, forKey: Key(name)) ?? [] }
        for name in Self.numbered {
            valid += try container.decodeIfPresent([Numbered].self, forKey: Key(name))?.flatMap(\.all) ?? []
        }
        invalid = try container.decode([Vectors.Numbers.Invalid].self, forKey: Key("invalid"))
    }
}
