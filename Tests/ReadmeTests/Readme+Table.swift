import Foundation

extension Readme {
    /// The lines of the table that begins with this one.
    func table(headed header: String) -> [String] {
        guard let start = lines.firstIndex(of: header) else { return [] }
        return Array(lines[start...].prefix { $0.hasPrefix("|") })
    }

    /// Writes README.md with another table in the place of the one that begins with this line.
    func replacing(tableUnder header: String, with table: [String]) throws {
        guard let start = lines.firstIndex(of: header) else { return }
        let after = lines[start...].drop { $0.hasPrefix("|") }
        let text = (lines[..<start] + table + after).joined(separator: "\n")
        try text.write(to: Self.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
    }
}
