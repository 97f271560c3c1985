/// The items of an XML document.
///
/// An item is a JSON object as `XMLObject` writes it, with its place among its neighbours, from 0, under `"#index"`.
/// What encloses it is the outermost element as such an object, in which every element on the way to the item stands
/// alone, without its like and without the item and its like.
struct XMLItems: ItemSource {
    let head = Array("{}".utf8)
    let archive: [UInt8]
    private let outline: XMLOutline
    private let limits: DecodingLimits
    private var taken = 0
    private var line = (offset: 0, number: 1)
    private var enclosing: (node: Int, head: [UInt8])?
    private var outermost: [UInt8]?

    init(_ body: [UInt8], profile: Profile, limits: DecodingLimits) throws(ReadFailure) {
        self.limits = limits
        let document = try Self.document(body, profile, limits)
        archive = document.cleaned
        guard profile.xml.roots.isEmpty || profile.xml.roots.contains(document.root) else {
            throw Self.shapeChanged("the outermost element is <\(document.root.prefix(60))>", profile)
        }
        let path = profile.each.compactMap(\.elementNames).first { path in
            path.first.map { document.children.contains($0) || $0 == "*" && !document.children.isEmpty } ?? true
        }
        guard let path else {
            throw Self.shapeChanged("<\(document.root.prefix(60))> holds none of the elements expected in it", profile)
        }
        outline = try XMLOutline(archive, path: path, mostDepth: limits.depth)
        guard outline.items.count <= limits.items else {
            throw ReadFailure(
                .tooLarge, "\(outline.items.count) items; at most \(limits.items) are read", remedy: "split the message"
            )
        }
        for item in outline.items where item.range?.count ?? 0 > limits.itemBytes {
            throw Self.tooLarge("an item", item.range?.count ?? 0, limits)
        }
    }

    /// The outermost element's name, for SELECTs that depend on it.
    var root: String { outline.nodes.first?.name ?? "" }

    private static func document(_ body: [UInt8], _ profile: Profile, _ limits: DecodingLimits) throws(ReadFailure)
        -> XMLRedaction
    {
        guard body.count <= limits.totalBytes else {
            throw ReadFailure(
                .tooLarge, "\(body.count) bytes; at most \(limits.totalBytes) are read", remedy: "split the message")
        }
        guard body.contains(where: { !JSONText.isSpace($0) }) else {
            throw ReadFailure(.empty, "there is nothing in it", remedy: "check that it was written to its end")
        }
        try ForeignFile.refuse(body)
        let plain = try checked(XMLEncoding.plainUTF8(body))
        let opened = try checked(XMLEnvelope.opened(plain, profile.xml, limits: limits))
        return try XMLRedaction(opened, rules: profile.xml, mostDepth: limits.depth)
    }

    private static func checked(_ text: [UInt8]) throws(ReadFailure) -> [UInt8] {
        guard let nul = text.firstIndex(of: 0) else { return text }
        throw ReadFailure(.malformed, at: "byte \(nul)", "a NUL", remedy: "look at the bytes there")
    }

    private static func shapeChanged(_ reason: String, _ profile: Profile) -> ReadFailure {
        ReadFailure(
            .shapeChanged, at: "the outermost element", reason,
            remedy: "compare the message with profile \(profile.name); it may be of another kind")
    }

    private static func tooLarge(_ what: String, _ size: Int, _ limits: DecodingLimits) -> ReadFailure {
        ReadFailure(
            .tooLarge, "\(what) of \(size) bytes; at most \(limits.itemBytes) are read",
            remedy: "look at it; something else may have got into the message")
    }
}

extension XMLItems {
    var originalText: [UInt8]? {
        guard taken > 0, let range = outline.items[taken - 1].range else { return nil }
        return Array(archive[range])
    }

    mutating func next() throws -> DecodedItem? {
        guard taken < outline.items.count else { return nil }
        let item = outline.items[taken]
        taken += 1
        var text = Array("{\"#index\":\(item.index)".utf8)
        if let range = item.range {
            let members = try XMLObject.members(archive, from: range.lowerBound, mostDepth: limits.depth)
            if !members.isEmpty { text += [UInt8(ascii: ",")] + members }
        }
        text.append(UInt8(ascii: "}"))
        var decoded = DecodedItem(position: position(of: item), text: text)
        if enclosing?.node != item.node {
            let head = try head(of: item.node)
            enclosing = (item.node, head)
            decoded.head = head
        }
        return decoded
    }

    /// `line 12`, and which of the repeating elements it is, for there may be one line only.
    private mutating func position(of item: XMLOutline.Item) -> String {
        let start = (item.range ?? outline.nodes[item.node].range).lowerBound
        // Items come in the order of the text, except that an enclosing element without rows begins before its end.
        if start < line.offset { line = (0, 1) }
        line = (start, line.number + XMLText.lines(in: archive[line.offset..<start]))
        var steps = item.name.isEmpty ? [] : ["\(item.name)[\(item.index)]"]
        var node = outline.nodes[item.node]
        while let parent = node.parent {
            steps.append("\(node.name)[\(node.index)]")
            node = outline.nodes[parent]
        }
        return "line \(line.number)" + (steps.isEmpty ? "" : " \(steps.reversed().joined(separator: "."))")
    }

    private mutating func head(of node: Int) throws(ReadFailure) -> [UInt8] {
        var chain = [node]
        while let parent = outline.nodes[chain[0]].parent { chain.insert(parent, at: 0) }
        var inner: [UInt8] = []
        for (level, node) in chain.enumerated().reversed() {
            var members = try own(node, level: level)
            if !inner.isEmpty {
                if !members.isEmpty { members.append(UInt8(ascii: ",")) }
                let name = JSONText.quoted(outline.nodes[chain[level + 1]].name)
                members += Array("\(name):[".utf8) + inner + [UInt8(ascii: "]")]
            }
            inner = [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")]
        }
        return inner
    }

    /// What belongs to an enclosing element and not to its rows. The outermost one's is kept: every item needs it.
    private mutating func own(_ node: Int, level: Int) throws(ReadFailure) -> [UInt8] {
        if node == 0, let outermost { return outermost }
        let skipped = level < outline.path.count ? outline.path[level] : nil
        let members = try XMLObject.members(
            archive, from: outline.nodes[node].range.lowerBound, mostDepth: limits.depth, without: skipped)
        guard members.count <= limits.itemBytes else {
            throw Self.tooLarge("what encloses an item", members.count, limits)
        }
        if node == 0 { outermost = members }
        return members
    }
}
