/// Where the items of a document stand, and what encloses each.
struct XMLOutline {
    /// An element on the way to the items: the outermost one, and those that repeat.
    struct Node {
        var name: String
        var range: Range<Int>
        var parent: Int?
        /// Among those of its name in its parent, from 0.
        var index: Int
        var rows = 0
    }

    struct Item {
        /// Nil where the enclosing element has no rows: then it speaks for itself alone.
        var range: Range<Int>?
        var name: String
        var node: Int
        var index: Int
    }

    /// Names of the elements on the way, below the outermost one; the last is the item. Empty: the whole is the item.
    let path: [String]
    private(set) var nodes: [Node] = []
    private(set) var items: [Item] = []
    private var scanner: XMLScanner
    /// Nodes that are open, the outermost first.
    private var open: [Int] = []
    private var item: (start: Int, name: String, index: Int)?
    /// Elements open inside an item or beside the way.
    private var inside = 0

    /// - Parameter bytes: a document that has been scanned before.
    init(_ bytes: [UInt8], path: [String], mostDepth: Int) throws(ReadFailure) {
        self.path = path
        scanner = XMLScanner(bytes, mostDepth: mostDepth)
        while let piece = try scanner.next() {
            if piece == .start { begin() }
            if piece == .end { end() }
        }
    }

    private mutating func begin() {
        guard inside == 0, item == nil else {
            inside += 1
            return
        }
        let name = scanner.text(scanner.content)
        guard let parent = open.last else {
            nodes.append(Node(name: name, range: scanner.range, parent: nil, index: 0))
            open.append(0)
            return
        }
        let level = open.count - 1
        guard level < path.count, path[level] == name || path[level] == "*" else {
            inside += 1
            return
        }
        let index = nodes[parent].rows
        nodes[parent].rows += 1
        if level == path.count - 1 {
            item = (scanner.range.lowerBound, name, index)
        } else {
            nodes.append(Node(name: name, range: scanner.range, parent: parent, index: index))
            open.append(nodes.count - 1)
        }
    }

    private mutating func end() {
        if inside > 0 {
            inside -= 1
        } else if let item, let node = open.last {
            items.append(
                Item(
                    range: item.start..<scanner.range.upperBound, name: item.name, node: node, index: item.index))
            self.item = nil
        } else if let node = open.popLast() {
            nodes[node].range = nodes[node].range.lowerBound..<scanner.range.upperBound
            if path.isEmpty {
                items.append(Item(range: nodes[node].range, name: "", node: node, index: 0))
            } else if nodes[node].rows == 0, nodes[node].parent != nil {
                items.append(Item(range: nil, name: "", node: node, index: 0))
            }
        }
    }
}
