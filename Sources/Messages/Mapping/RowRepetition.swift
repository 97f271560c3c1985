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
        news.problems += disagreements(row, item.text)
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

    private mutating func disagreements(_ row: TableRow, _ text: [UInt8]) -> [RowProblem] {
        guard let agreement, let range = row.ranges[agreement.per] else { return [] }
        let key = RowKey(row, text, [agreement.per])
        let values = said(row, text, agreement)
        guard let known = agreed.insert(key, values), known != values else { return [] }
        let subject = String(decoding: text[range], as: UTF8.self)
        var problems: [RowProblem] = []
        if known >> 32 != values >> 32 {
            let columns = agreement.columns.map { names[$0] }.joined(separator: " and ")
            problems.append(
                RowProblem(
                    kind: "rows-disagree", severity: .warning, column: names[agreement.per], value: subject,
                    reason: "a row above has another \(columns) for it; both links are kept, one is wrong"))
        }
        let differing = agreement.first.enumerated().filter { index, _ in
            let new = Self.part(index, of: values)
            return new != 0 && new != Self.part(index, of: known)
        }.map { names[$0.element] }
        if !differing.isEmpty {
            problems.append(
                RowProblem(
                    kind: "rows-differ", severity: .warning, column: names[agreement.per], value: subject,
                    reason: "the first row of \(subject) says something else of \(differing.joined(separator: ", ")); "
                        + "that of the first row is kept, and nothing is added up"))
        }
        return problems
    }

    /// What a row says, in 64 bits: 32 of the columns that must agree, ten of each that may differ, zero for an empty
    /// one. Two values that differ look alike once in a thousand, which costs a warning and nothing else.
    private func said(_ row: TableRow, _ text: [UInt8], _ agreement: Agreement) -> UInt64 {
        var values = RowKey(row, text, agreement.columns).second << 32
        for (index, column) in agreement.first.enumerated() where row.ranges[column] != nil {
            values |= (1 + RowKey(row, text, [column]).second % 1023) << UInt64(index * 10)
        }
        return values
    }

    private static func part(_ index: Int, of values: UInt64) -> UInt64 { values >> UInt64(index * 10) & 1023 }
}
