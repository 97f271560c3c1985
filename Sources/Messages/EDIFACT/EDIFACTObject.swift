/// Writes a group as the members of a JSON object.
///
/// A segment is the array of its elements behind the tag, an element the array of its components, and what is empty is
/// null. The segment that begins a group stands under its tag, `"STS":[["1"],["24"]]`; other segments are arrays of
/// segments, `"DTM":[[["334","202611201456","203"]]]`; groups are arrays of objects.
struct EDIFACTObject {
    private let bytes: [UInt8]
    private let tree: EDIFACTTree

    init(_ bytes: [UInt8], _ tree: EDIFACTTree) {
        self.bytes = bytes
        self.tree = tree
    }

    /// The members, without the braces around them.
    ///
    /// - Parameter skipped: name of groups that are left out.
    func members(of node: Int, without skipped: String? = nil) -> [UInt8] {
        let group = tree.nodes[node]
        var result: [UInt8] = []
        if let trigger = group.trigger {
            add(group.name, to: &result)
            write(tree.segments[trigger], to: &result)
        }
        var order: [String] = []
        var byTag: [String: [EDIFACTTree.Child]] = [:]
        for (tag, child) in group.children {
            if case .group = child, tag == skipped { continue }
            if byTag[tag] == nil { order.append(tag) }
            byTag[tag, default: []].append(child)
        }
        for tag in order {
            add(tag, to: &result)
            result.append(UInt8(ascii: "["))
            for (index, child) in (byTag[tag] ?? []).enumerated() {
                if index > 0 { result.append(UInt8(ascii: ",")) }
                switch child {
                case .segment(let segment): write(tree.segments[segment], to: &result)
                case .group(let inner): result += [UInt8(ascii: "{")] + members(of: inner) + [UInt8(ascii: "}")]
                }
            }
            result.append(UInt8(ascii: "]"))
        }
        return result
    }

    /// One segment as a member of its own: that of an envelope.
    func member(_ segment: EDIFACTSegment) -> [UInt8] {
        var result: [UInt8] = []
        add(segment.tag, to: &result)
        write(segment, to: &result)
        return result
    }

    private func add(_ name: String, to result: inout [UInt8]) {
        if !result.isEmpty { result.append(UInt8(ascii: ",")) }
        result.append(contentsOf: JSONText.quoted(name).utf8)
        result.append(UInt8(ascii: ":"))
    }

    private func write(_ segment: EDIFACTSegment, to result: inout [UInt8]) {
        result.append(UInt8(ascii: "["))
        for (index, components) in segment.elements(in: bytes).enumerated() {
            result.append(contentsOf: index > 0 ? [UInt8(ascii: ","), UInt8(ascii: "[")] : [UInt8(ascii: "[")])
            for (position, range) in components.enumerated() {
                if position > 0 { result.append(UInt8(ascii: ",")) }
                write(segment.value(range, in: bytes), to: &result)
            }
            result.append(UInt8(ascii: "]"))
        }
        result.append(UInt8(ascii: "]"))
    }

    private func write(_ value: ArraySlice<UInt8>, to result: inout [UInt8]) {
        guard !value.isEmpty else {
            result.append(contentsOf: "null".utf8)
            return
        }
        result.append(UInt8(ascii: "\""))
        JSONText.appendEscaped(value, to: &result)
        result.append(UInt8(ascii: "\""))
    }
}
