/// The corridor's own tables, each read when first asked for.
///
/// A lookup that prints one place pays neither for the codes nor for the folding of a thousand names.
enum Corridor {
    static let table: PlaceTable = {
        var table = PlaceTable()
        for text in CorridorPlaces.tables {
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
                place(line).map { table.add($0) }
            }
        }
        return table
    }()

    static let codes: PlaceCodes = {
        var codes = PlaceCodes()
        for place in table.places {
            codes.add(place)
        }
        for line in CorridorCodes.table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 2, let scheme = PlaceScheme(rawValue: words[1]) else { continue }
            for code in words[2...] { codes.add(code, scheme, of: words[0]) }
        }
        return codes
    }()

    static let names: PlaceNames = {
        var names = PlaceNames()
        for place in table.places {
            names.add(place)
        }
        for line in CorridorNames.tables.joined(separator: "\n").split(separator: "\n") {
            let fields = line.split(separator: "|")
            let key = fields[0].split(separator: "@")
            guard let place = table[String(key[0])] else { continue }
            for name in fields.dropFirst() { names.add(String(name), of: place, needsCountry: key.count == 2) }
        }
        return names
    }()

    private static func place(_ line: Substring.UTF8View) -> Place? {
        let fields = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { Substring($0) }
        guard fields.count == 13 else { return nil }
        return Place(
            code: String(fields[0]), unlocode: fields[1].isEmpty ? nil : String(fields[1]), nameEN: String(fields[10]),
            nameZH: String(fields[11]), nameRU: String(fields[12]), country: String(fields[2]), zone: String(fields[3]),
            gaugeIn: Int(fields[4]), gaugeOut: Int(fields[5]), isBorder: !fields[6].isEmpty, kilometres: Int(fields[7]),
            latitude: Double(fields[8]), longitude: Double(fields[9]))
    }
}
