/// Where a table begins: its header among the first rows, and what stands above it.
struct TableStart {
    /// Rows among which the header is looked for; titles and remarks may stand above it.
    static let rowsLookedAt = 10
    /// Blank rows are not counted, but there is an end to them too.
    private static let linesLookedAt = 60

    var header: TableHeader
    /// Rows up to and with the header.
    var rows: Int
    /// Columns that the table lacks and that the rows above it tell, with their values.
    var above: [(column: Int, value: String)]
    /// Everything that the rows above the header tell.
    var titles: TitleFacts

    /// How many columns have a value from anywhere.
    var matched: Int { header.matched + above.count }

    func has(_ column: Int) -> Bool { header.cells[column] != nil || above.contains { $0.column == column } }

    /// Nil unless one of the rows has the name of a column.
    init?(_ rows: [[String]], _ profile: Profile) {
        guard let best = Self.header(among: rows, profile) else { return nil }
        var facts = TitleFacts([], profile.columns, allowed: [])
        for words in rows[..<best.index] {
            facts.merge(TitleFacts(words, profile.columns, allowed: profile.above))
        }
        self.init(best.header, rows: best.index + 1, facts)
    }

    /// The first row that is a header beyond doubt, since another table may begin below; else the likeliest.
    private static func header(among rows: [[String]], _ profile: Profile) -> (header: TableHeader, index: Int)? {
        var best: (header: TableHeader, index: Int)?
        var facts = TitleFacts([], profile.columns, allowed: [])
        for (index, words) in rows.enumerated() {
            let header = TableHeader(words, profile.columns)
            if header.isBeyondDoubt, TableStart(header, rows: 0, facts).lack(profile) == nil { return (header, index) }
            if header.likeness > best?.header.likeness ?? 0 { best = (header, index) }
            facts.merge(TitleFacts(words, profile.columns, allowed: profile.above))
        }
        return best
    }

    init(_ header: TableHeader, rows: Int, _ facts: TitleFacts) {
        self.header = header
        self.rows = rows
        titles = facts
        above = facts.values.filter { header.cells[$0.key] == nil }.sorted { $0.key < $1.key }
            .map { (column: $0.key, value: $0.value) }
    }

    /// The words of the first rows, blank ones as empty lists, and what kept more from being read.
    static func firstRows(_ source: some TableRows) -> (words: [[String]], failure: ReadFailure?) {
        var source = source
        var line = TableLine()
        var rows: [[String]] = []
        var filled = 0
        while filled < rowsLookedAt, rows.count < linesLookedAt {
            do throws(ReadFailure) {
                guard try source.next(&line) else { break }
            } catch {
                return (rows, error)
            }
            let words = line.words
            let isBlank = words.allSatisfy(\.isEmpty)
            rows.append(isBlank ? [] : words)
            if !isBlank { filled += 1 }
        }
        return (rows, nil)
    }

    /// The best start that the text has with any of the usual separators.
    static func find(in text: [UInt8], _ profile: Profile) -> (start: TableStart, separator: UInt8)? {
        var best: (start: TableStart, separator: UInt8)?
        for separator in TextRows.separators {
            // With the wrong separator quotes may seem never to close; then these are not its rows.
            let rows = firstRows(TextRows(text, separator: separator)).words
            guard let start = TableStart(rows, profile) else { continue }
            if start.header.likeness > best?.start.header.likeness ?? 0 { best = (start, separator) }
        }
        return best
    }

    /// Why the table says nothing that the profile could use; nil if it does.
    func lack(_ profile: Profile) -> String? {
        let shape = profile.shape
        let has = { (name: String) in profile.columns.index(name).map(self.has) ?? false }
        let missing = shape.required.filter { !has($0) }
        guard missing.isEmpty else { return "no column for \(missing.joined(separator: ", "))" }
        guard shape.any.isEmpty || shape.any.contains(where: { $0.allSatisfy(has) }) else {
            let needed = shape.any.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
            return "the columns link nothing: needed are \(needed)"
        }
        return nil
    }
}
