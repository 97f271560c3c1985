extension Places {
    /// These places with a user's additions, and every mistake in them; a row with a mistake is left out.
    ///
    /// A row with a new `code` needs `name_en`, `country` and `tz`. One with a code we have changes what it states and
    /// adds its names and codes. Columns: code, unlocode, name_en, name_zh, name_ru, country, tz, aliases (parted by
    /// semicolons), esr, telegraph, tmis, gauge_in, gauge_out, is_border, km_from_urumqi, lat, lon.
    ///
    /// - Parameter userRows: each row by column name; blank values are the same as none.
    public func adding(userRows: [[String: String]]) -> (places: Places, problems: [PlaceProblem]) {
        var places = self
        var problems: [PlaceProblem] = []
        for (index, fields) in userRows.enumerated() {
            var row = PlaceRow(number: index + 1, fields: fields)
            if let place = row.place(over: places.place(code: row.value("code")?.uppercased() ?? "")) {
                row.checkAgainst(places, as: place)
                if row.problems.isEmpty { places.add(place, codes: row.codes(), names: row.names().map(\.name)) }
            }
            problems += row.problems
        }
        return (places, problems)
    }
}

extension PlaceRow {
    /// Tells the codes and names that already are another place's.
    mutating func checkAgainst(_ places: Places, as place: Place) {
        for (scheme, code) in codes() {
            if let other = places.code(code, scheme, nil), other != place.code {
                problem(scheme.rawValue, "\(code) already belongs to \(other)")
            }
        }
        for (column, name) in names() {
            if let other = places.code(name, .name, place.country), other != place.code {
                problem(column, "\(name) already means \(other) in \(place.country)")
            }
        }
    }
}
