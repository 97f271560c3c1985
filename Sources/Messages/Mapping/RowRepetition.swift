internal import Tracking

/// Knows which columns of a table's row say something that no row above it said.
struct RowRepetition {
    /// What is new in one row.
    struct News {
        /// A bit for each column with a value; all ones for an item that is no row.
        fileprivate(set) var filled = UInt64.max
        /// The groups of columns whose values have all been said before in this message.
        fileprivate(set) var repeated: [[Int]] = []
        fileprivate(set) var problems: [RowProblem] = []

        /// Whether all columns are filled without which a SELECT has nothing to say.
        func canSpeak(_ select: ItemSelect) -> Bool { select.needsMask & ~filled == 0 }

        func isNew(_ select: ItemSelect) -> Bool { select.per.isEmpty || !repeated.contains(select.per) }
    }

    private let groups: [[Int]]
    private let agreement: Agreement?
    private let names: [String]
    private var said: [Set<RowKey>]
    private var agreed: [RowKey: RowKey] = [:]

    init(_ profile: Profile) {
        var groups: [[Int]] = []
        for select in profile.selects where !select.per.isEmpty && !groups.contains(select.per) {
            groups.append(select.per)
        }
        self.groups = groups
        agreement = profile.agreement
        names = profile.columns.names
        said = Array(repeating: [], count: groups.count)
    }

    mutating func news(of item: DecodedItem) -> News {
        var news = News()
        guard let row = item.row else { return news }
        news.filled = row.filled
        for (index, group) in groups.enumerated() where !said[index].insert(RowKey(row, item.text, group)).inserted {
            news.repeated.append(group)
        }
        if let problem = disagreement(row, item.text) { news.problems.append(problem) }
        return news
    }

    private mutating func disagreement(_ row: TableRow, _ text: [UInt8]) -> RowProblem? {
        guard let agreement, let range = row.ranges[agreement.per] else { return nil }
        let key = RowKey(row, text, [agreement.per])
        let values = RowKey(row, text, agreement.columns)
        guard let known = agreed.updateValue(values, forKey: key), known != values else { return nil }
        agreed[key] = known
        let columns = agreement.columns.map { names[$0] }.joined(separator: " and ")
        return RowProblem(kind: "rows-disagree", severity: .warning, column: names[agreement.per],
                          value: String(decoding: text[range], as: UTF8.self),
                          reason: "a row above has another \(columns) for it; both links are kept, one is wrong")
    }
}
