/// Values that a profile names once and its SELECTs use by name, found in one pass over an item.
///
/// SQLite's JSON functions read the whole item again for every value; a bound parameter costs nothing.
struct JSONFields: Sendable {
    /// One path of a field.
    struct Source: Hashable, Sendable {
        var field: Int
        /// Of the values that are there, that of the least rank counts.
        var rank: Int
        var form: Form
    }

    /// What a value must be to count.
    enum Form: String, Hashable, Sendable, CaseIterable {
        case any
        /// A string.
        case text
        /// An array or object, which JSON functions can read on.
        case json
    }

    /// A step in the tree of all paths.
    private struct Node: Sendable {
        var children: [(key: [UInt8], node: Int)] = []
        var sources: [Source] = []
    }

    private var nodes = [Node()]
    private let count: Int

    var isEmpty: Bool { count == 0 }

    /// - Parameter fields: of each field its paths, the first that has a value wins; keys only.
    init(_ fields: [[(path: JSONPath, form: Form)]]) {
        count = fields.count
        for (field, paths) in fields.enumerated() {
            for (rank, path) in paths.enumerated() {
                add(path, Source(field: field, rank: rank, form: path.form))
            }
        }
    }

    private mutating func add(_ path: (path: JSONPath, form: Form), _ source: Source) {
        var at = 0
        for case .key(let name) in path.path.steps {
            let key = Array(name.utf8)
            if let next = nodes[at].children.first(where: { $0.key == key }) {
                at = next.node
            } else {
                nodes.append(Node())
                nodes[at].children.append((key, nodes.count - 1))
                at = nodes.count - 1
            }
        }
        nodes[at].sources.append(source)
    }

    /// Where the values stand in `text`, which must be checked JSON; what has escapes is appended to it plainly.
    func row(of text: inout [UInt8]) -> TableRow {
        var row = TableRow(ranges: Array(repeating: nil, count: count))
        var found: [(field: Int, range: Range<Int>)] = []
        text.withUnsafeBufferPointer { bytes in
            var walk = Walk(bytes: bytes, nodes: nodes, ranks: Array(repeating: .max, count: count))
            walk.object(at: 0, node: 0)
            found = walk.found
        }
        for (field, range) in found { set(field, to: range, in: &row, &text) }
        return row
    }

    private func set(_ field: Int, to range: Range<Int>, in row: inout TableRow, _ text: inout [UInt8]) {
        var value = range
        if text[range.lowerBound] == UInt8(ascii: "\"") {
            value = range.lowerBound + 1..<range.upperBound - 1
            if text[value].contains(UInt8(ascii: "\\")) {
                let plain = JSONText.unescaped(text[value])
                value = text.count..<text.count + plain.count
                text.append(contentsOf: plain)
            }
        }
        row.ranges[field] = value
        row.filled |= 1 << UInt64(field)
    }

    /// One pass over an item.
    private struct Walk {
        let bytes: UnsafeBufferPointer<UInt8>
        let nodes: [Node]
        /// The rank of what was found for each field.
        var ranks: [Int]
        var found: [(field: Int, range: Range<Int>)] = []

        /// Goes through an object from its brace on; does nothing at any other value.
        mutating func object(at start: Int, node: Int) {
            guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return }
            var at = afterSpace(start + 1)
            while at < bytes.count, bytes[at] != UInt8(ascii: "}") {
                let keyEnd = afterString(at)
                let value = afterSpace(afterSpace(keyEnd) + 1)
                let end = afterValue(value)
                if let child = child(of: node, key: at + 1..<keyEnd - 1) { take(value..<end, node: child) }
                at = afterSpace(end)
                if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at = afterSpace(at + 1) }
            }
        }

        private mutating func take(_ value: Range<Int>, node: Int) {
            if !nodes[node].children.isEmpty { object(at: value.lowerBound, node: node) }
            let isText = bytes[value.lowerBound] == UInt8(ascii: "\"")
            // Empty and null are as if they were not there.
            if isText ? value.count == 2 : bytes[value.lowerBound] == UInt8(ascii: "n") { return }
            let isJSON = bytes[value.lowerBound] == UInt8(ascii: "{") || bytes[value.lowerBound] == UInt8(ascii: "[")
            for source in nodes[node].sources where source.rank < ranks[source.field] {
                if source.form == .text && !isText || source.form == .json && !isJSON { continue }
                if ranks[source.field] != .max { found.removeAll { $0.field == source.field } }
                ranks[source.field] = source.rank
                found.append((source.field, value))
            }
        }

        private func child(of node: Int, key: Range<Int>) -> Int? {
            for child in nodes[node].children where child.key.count == key.count {
                if key.indices.allSatisfy({ bytes[$0] == child.key[$0 - key.lowerBound] }) { return child.node }
            }
            guard key.contains(where: { bytes[$0] == UInt8(ascii: "\\") }) else { return nil }
            let plain = JSONText.unescaped(Array(bytes[key])[...])
            return nodes[node].children.first { $0.key == plain }?.node
        }

        private func afterSpace(_ start: Int) -> Int {
            var at = start
            while at < bytes.count, JSONText.isSpace(bytes[at]) { at += 1 }
            return at
        }

        private func afterString(_ start: Int) -> Int {
            var at = start + 1
            while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
            return at + 1
        }

        private func afterValue(_ start: Int) -> Int {
            var at = start
            var depth = 0
            while at < bytes.count {
                switch bytes[at] {
                case UInt8(ascii: "\""):
                    at = afterString(at)
                    if depth == 0 { return at }
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    at += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return at }
                    depth -= 1
                    at += 1
                    if depth == 0 { return at }
                case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                    // At the outermost level a scalar ends here.
                    if depth == 0 { return at }
                    at += 1
                default: at += 1
                }
            }
            return at
        }
    }
}
