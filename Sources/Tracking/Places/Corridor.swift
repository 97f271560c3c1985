/// The corridor's own tables, each read when first asked for.
///
/// A lookup that prints one place pays neither for the codes nor for the folding of a thousand names.
enum Corridor {
    static let table: PlaceTable = {
        var table = PlaceTable(capacity: 96)
        for text in CorridorPlaces.tables {
            TableText.forEachLine(of: text, separator: "|") { fields in
                if let place = place(fields) { table.add(place) }
            }
        }
        return table
    }()

    static let codes: PlaceCodes = {
        var codes = PlaceCodes()
        for place in table.places {
            codes.add(place)
        }
        TableText.forEachLine(of: CorridorCodes.table, separator: " ") { words in
            guard words.count > 2, let scheme = PlaceScheme(rawValue: words[1]) else { return }
            for code in words[2...] { codes.add(code, scheme, of: words[0]) }
        }
        return codes
    }()

    static let names: PlaceNames = {
        var names = PlaceNames()
        for place in table.places {
            names.add(place)
        }
        for text in CorridorNames.tables {
            TableText.forEachLine(of: text, separator: "|") { fields in
                let key = fields[0].split(separator: "@")
                guard let place = table[String(key[0])] else { return }
                for name in fields.dropFirst() { names.add(name, of: place, needsCountry: key.count == 2) }
            }
        }
        return names
    }()

    private static func place(_ fields: [String]) -> Place? {
        guard fields.count == 13 else { return nil }
        return Place(
            code: fields[0], unlocode: fields[1].isEmpty ? nil : fields[1], nameEN: fields[10], nameZH: fields[11],
            nameRU: fields[12], country: fields[2], zone: fields[3], gaugeIn: Int(fields[4]), gaugeOut: Int(fields[5]),
            isBorder: !fields[6].isEmpty, kilometres: Int(fields[7]), latitude: Double(fields[8]),
            longitude: Double(fields[9]))
    }
}
