/// Movement reference numbers of the EU's customs: year, country, twelve characters, a letter of the procedure, and a
/// check digit by the rule of ISO 6346 over the seventeen before it.
public enum EUMRN: IdentifierScheme {
    public static let scheme = Scheme.euMRN
    public static let kinds: [SubjectKind] = [.declaration]
    public static let rank = 10
    public static let shape = "year, country, twelve characters, a letter and a digit (EU customs MRN)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let bytes = Array(number.compact.utf8)
        guard bytes.count == 18, bytes[..<2].allSatisfy(NumberText.isDigit), NumberText.isLetter(bytes[16]),
            NumberText.isDigit(bytes[17]), isCountry(String(decoding: bytes[2..<4], as: UTF8.self))
        else { return nil }
        let values = bytes[..<17].compactMap(CheckSums.iso6346Value)
        guard values.count == 17 else { return nil }
        let check = CheckSums.iso6346(values) + UInt8(ascii: "0")
        return reading(number.compact, checkDigit: check == bytes[17] ? .ok : .bad)
    }

    public static func notes(on code: String) -> [String] {
        let country = "customs of \(code.dropFirst(2).prefix(2)), 20\(code.prefix(2))"
        return [country] + (code.dropLast().last.flatMap(procedure).map { [$0] } ?? [])
    }

    /// Northern Ireland declares under XI.
    private static func isCountry(_ letters: String) -> Bool { letters == "XI" || CountryCodes.contains(letters) }

    private static func procedure(_ letter: Character) -> String? {
        switch letter {
        case "A": "export"
        case "J", "L": "transit"
        case "T": "entry summary"
        case "R": "import"
        case "U": "temporary storage"
        default: nil
        }
    }
}

extension Scheme {
    /// Movement reference number of the EU's customs.
    public static let euMRN = Scheme(rawValue: "eu-mrn")
}
