/// The segments of one message in their groups.
struct EDIFACTTree {
    enum Child {
        case segment(Int)
        case group(Int)
    }

    /// A group as it occurs; the first one is the message itself.
    struct Node {
        var name: String
        /// The segment that begins it; UNH the message.
        var trigger: Int?
        var parent: Int?
        /// Among those of its name in its parent, from 0.
        var index: Int
        let grammar: EDIFACTGroups
        var children: [(tag: String, child: Child)] = []
        var occurrences: [String: Int] = [:]
    }

    /// All of the message but its trailer.
    let segments: [EDIFACTSegment]
    private(set) var nodes: [Node]
    /// A segment that begins a group which cannot begin there.
    private(set) var misplaced: EDIFACTSegment?

    init(_ segments: [EDIFACTSegment], _ grammar: EDIFACTGroups) {
        self.segments = segments
        nodes = [Node(name: "UNH", trigger: segments.isEmpty ? nil : 0, parent: nil, index: 0, grammar: grammar)]
        let triggers = grammar.triggers
        var open = [0]
        for (position, segment) in segments.enumerated().dropFirst() {
            let level = open.lastIndex { node in
                nodes[node].grammar.groups[segment.tag] != nil || nodes[node].grammar.members.contains(segment.tag)
            }
            guard let level else {
                if triggers.contains(segment.tag), misplaced == nil { misplaced = segment }
                nodes[open[open.count - 1]].children.append((segment.tag, .segment(position)))
                continue
            }
            open.removeSubrange((level + 1)...)
            if let inner = nodes[open[level]].grammar.groups[segment.tag] {
                open.append(begin(segment.tag, position, in: open[level], inner))
            } else {
                nodes[open[level]].children.append((segment.tag, .segment(position)))
            }
        }
    }

    private mutating func begin(_ name: String, _ trigger: Int, in parent: Int, _ grammar: EDIFACTGroups) -> Int {
        let index = nodes[parent].occurrences[name, default: 0]
        nodes[parent].occurrences[name] = index + 1
        nodes[parent].children.append((name, .group(nodes.count)))
        nodes.append(Node(name: name, trigger: trigger, parent: parent, index: index, grammar: grammar))
        return nodes.count - 1
    }

    /// The groups at the end of a way, and what is on the way and holds no more of it: it speaks for itself alone.
    ///
    /// - Returns: of each the group, and whether the way ends there.
    func items(_ path: [String]) -> [(node: Int, isWhole: Bool)] {
        var items: [(node: Int, isWhole: Bool)] = []
        var waiting = [(node: 0, level: 0)]
        while let (node, level) = waiting.popLast() {
            guard level < path.count else {
                items.append((node, true))
                continue
            }
            let inner = nodes[node].children.compactMap { tag, child -> Int? in
                if tag == path[level], case .group(let group) = child { group } else { nil }
            }
            if inner.isEmpty { items.append((node, false)) }
            waiting += inner.reversed().map { ($0, level + 1) }
        }
        return items
    }
}
