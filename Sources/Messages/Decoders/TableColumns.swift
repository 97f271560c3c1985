/// The columns that a profile knows, with the names by which tables call them.
struct TableColumns: Sendable, Hashable {
    /// A profile may name so many: which of them a row fills is kept in the bits of a word.
    static let maximum = 64

    /// Canonical names in the order of the profile.
    let names: [String]
    /// By folded name: the column, and how early the name stands in its list.
    private let byName: [String: Match]

    struct Match: Sendable, Hashable {
        var column: Int
        var rank: Int
    }

    init(_ columns: [(name: String, synonyms: [String])] = []) {
        names = columns.map(\.name)
        var byName: [String: Match] = [:]
        for (index, column) in columns.enumerated() {
            for (rank, name) in ([column.name] + column.synonyms).enumerated() {
                let folded = CellText.folded(name)
                if byName[folded] == nil { byName[folded] = Match(column: index, rank: rank) }
            }
        }
        self.byName = byName
    }

    func index(_ name: String) -> Int? { names.firstIndex(of: name) }

    /// What a header cell means; one in two languages is known by either part.
    func match(_ header: String) -> Match? {
        if let match = byName[CellText.folded(header)] { return match }
        let parts = header.split { $0 == "/" || $0 == "\n" || $0 == "|" }.map { CellText.folded(String($0)) }
        let folded = CellText.folded(header).unicodeScalars
        let latin = String(String.UnicodeScalarView(folded.filter { $0.isASCII }))
        let other = String(String.UnicodeScalarView(folded.filter { !$0.isASCII }))
        return (parts + [other, latin]).lazy.compactMap { byName[$0] }.first
    }
}
