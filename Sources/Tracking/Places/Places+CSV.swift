extension Places {
    /// These places with the additions of a user's table as CSV in UTF-8, and every mistake in it.
    ///
    /// The header is the first line; its columns are those of `adding(userRows:)`, in any order. Fields may be quoted
    /// (RFC 4180). Mistakes of the header are of row 0.
    public func adding(userCSV text: String) -> (places: Places, problems: [PlaceProblem]) {
        let lines = CommaSeparated.rows(of: text).filter { $0 != [""] }
        guard let header = lines.first?.map({ PlaceName.tidy($0).lowercased() }) else { return (self, []) }
        let mistakes = header.filter { !PlaceRow.columns.contains($0) }.map { column in
            PlaceProblem(
                row: 0, column: column, reason: "no such column; right are \(PlaceRow.columns.joined(separator: ", "))")
        }
        let rows = lines.dropFirst().map { fields in
            Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
        }
        let (places, problems) = adding(userRows: rows)
        return (places, mistakes + problems)
    }
}
