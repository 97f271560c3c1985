internal import Tracking

/// Knows which columns of a table's row say something that no row above it said.
struct RowRepetition {
    /// What is new in one row.
    struct News {
        /// A bit for each column with a value; nil for an item that is no row.
        fileprivate(set) var filled: UInt64?
        /// By group of columns, whether its values have all been said before in this message.
        fileprivate(set) var repeated: [Bool] = []
        fileprivate(set) var problems: [RowProblem] = []

        /// Whether all columns are filled without which a SELECT has nothing to say, and none with which another has.
        func canSpeak(_ select: ItemSelect) -> Bool {
            guard let filled else { return true }
            return select.needsMask & ~filled == 0 && select.lacksMask & filled == 0
        }

        /// - Parameter group: what `RowRepetition` calls the columns on which the SELECT depends.
        func isNew(_ group: Int?) -> Bool { group.map { !(repeated.indices.contains($0) && repeated[$0]) } ?? true }
    }

    private let groups: [[Int]]
    private let masks: [UInt64]
    private let agreement: Agreement?
    private let names: [String]
    private var said: [RowKeyTable]
    private var agreed = RowKeyTable()
    private var last: (row: TableRow, text: [UInt8])?

    init(_ profile: Profile) {
        var groups: [[Int]] = []
        for select in profile.selects where !select.per.isEmpty && !groups.contains(select.per) {
            groups.append(select.per)
        }
        self.groups = groups
        masks = groups.map { $0.reduce(0) { $0 | 1 << UInt64($1) } }
        agreement = profile.agreement
        names = profile.columns.names
        said = Array(repeating: RowKeyTable(), count: groups.count)
    }

    /// The number of the group of columns on which a SELECT depends; nil if it is always run.
    func group(of select: ItemSelect) -> Int? { groups.firstIndex(of: select.per) }

    mutating func news(of item: DecodedItem) -> News {
        var news = News()
        guard let row = item.row else { return news }
        news.filled = row.filled
        news.repeated = groups.indices.map { index in
            // The rows of one bag or train follow one another, so the last row answers nearly always.
            if masks[index] & row.filled == 0 || isAsBefore(groups[index], row, item.text) { return true }
            return said[index].insert(RowKey(row, item.text, groups[index])) != nil
        }
        if let problem = disagreement(row, item.text) { news.problems.append(problem) }
        last = (row, item.text)
        return news
    }

    private func isAsBefore(_ columns: [Int], _ row: TableRow, _ text: [UInt8]) -> Bool {
        guard let last else { return false }
        return columns.allSatisfy { column in
            switch (row.ranges[column], last.row.ranges[column]) {
            case (nil, nil): return true
            case (let new?, let old?):
                return new.count == old.count && text[new].elementsEqual(last.text[old])
            default: return false
            }
        }
    }

    private mutating func disagreement(_ row: TableRow, _ text: [UInt8]) -> RowProblem? {
        guard let agreement, let range = row.ranges[agreement.per] else { return nil }
        let key = RowKey(row, text, [agreement.per])
        let values = RowKey(row, text, agreement.columns).second
        guard let known = agreed.insert(key, values), known != values else { return nil }
        let columns = agreement.columns.map { names[$0] }.joined(separator: " and ")
        return RowProblem(
            kind: "rows-disagree", severity: .warning, column: names[agreement.per],
            value: String(decoding: text[range], as: UTF8.self),
            reason: "a row above has another \(columns) for it; both links are kept, one is wrong")
    }
}
