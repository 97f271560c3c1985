import Foundation
public import Tracking

/// The additions to the corridor's places that the settings name.
public enum UserPlaces {
    /// Reads a table of places: a header line, then a place on each line, columns separated by commas or semicolons.
    ///
    /// - Throws: `CommandFailure` with every row that is wrong.
    public static func read(_ path: String) throws -> Places {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                "cannot read the places", on: path, why: "there is no such file",
                try: "correct `places:` in the settings", kind: "no-such-file", status: .badSettings)
        }
        let (places, problems) = Places.corridor.adding(userRows: rows(String(decoding: data, as: UTF8.self)))
        guard problems.isEmpty else {
            throw CommandFailure(
                "cannot use the places", on: path,
                details: problems.map { "row \($0.row), \($0.column): \($0.reason)" },
                try: "correct the rows and try again", kind: "bad-places", status: .badSettings)
        }
        return places
    }

    private static func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") }
        guard let header = lines.first else { return [] }
        // Lists inside a cell are written with the other sign, so the header tells which one separates columns.
        let separator: Character = header.contains(",") ? "," : ";"
        let columns = header.split(separator: separator, omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.dropFirst().map { line in
            let cells = line.split(separator: separator, omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            return Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })
        }
    }
}
