internal import Tracking

/// The items of an EDIFACT interchange, message after message.
///
/// An item is a group as `EDIFACTObject` writes it, with its place among its like, from 0, under `"#index"`. What
/// encloses it is the message without the groups on the way to it, with the headers around it (`UNB`, `UNG`); every
/// group on the way stands alone, `"CNI":[{…}]`. A group on the way that holds no item speaks for itself alone, and so
/// does a message.
struct EDIFACTItems: ItemSource {
    let head = Array("{}".utf8)
    let archive: [UInt8]
    let notes: [SourceNote]
    private let messages: [EDIFACTMessage]
    private let profile: Profile
    private let limits: DecodingLimits
    private var taken = 0
    private var reading: Reading?
    private var line = (offset: 0, number: 1)
    private var count = 0

    /// The message whose items are being handed over.
    private struct Reading {
        let message: EDIFACTMessage
        let tree: EDIFACTTree
        let path: [String]
        let items: [(node: Int, isWhole: Bool)]
        var next = 0
        var enclosing: Int?
    }

    init(_ body: [UInt8], profile: Profile, limits: DecodingLimits) throws(ReadFailure) {
        self.profile = profile
        self.limits = limits
        let bytes = try Self.checked(body, limits)
        let outline = try EDIFACTOutline(bytes, redaction: profile.edifact.redaction, limits: limits)
        archive = EDIFACTRedaction.apply(outline.redactions, to: bytes)
        // What is handed over is read from what is kept, so that both always say the same.
        messages =
            outline.redactions.isEmpty
            ? outline.messages
            : try EDIFACTOutline(archive, redaction: profile.edifact.redaction, limits: limits).messages
        notes = outline.notes
        let types = profile.edifact.types
        guard types.isEmpty || messages.isEmpty || messages.contains(where: { types.contains($0.type) }) else {
            throw ReadFailure(
                .shapeChanged, at: "UNH",
                "the messages are \(Set(messages.map { String($0.type.prefix(12)) }).sorted().joined(separator: ", "))",
                remedy: "profile \(profile.name) reads \(types.sorted().joined(separator: ", "))")
        }
    }

    private static func checked(_ body: [UInt8], _ limits: DecodingLimits) throws(ReadFailure) -> [UInt8] {
        guard body.count <= limits.totalBytes else {
            throw ReadFailure(
                .tooLarge, "\(body.count) bytes; at most \(limits.totalBytes) are read",
                remedy: "split the interchange")
        }
        let bytes = body.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(body.dropFirst(3)) : body
        guard bytes.contains(where: { !JSONText.isSpace($0) }) else {
            throw ReadFailure(.empty, "there is nothing in it", remedy: "check that it was written to its end")
        }
        if let nul = bytes.firstIndex(of: 0) {
            throw ReadFailure(.malformed, at: "byte \(nul)", "a NUL", remedy: "look at the bytes there")
        }
        guard EDIFACTGlimpse.looksLikeOne(bytes) else {
            throw ReadFailure(
                .malformed, at: "line 1", "an interchange begins with UNA, UNB or UNH",
                remedy: "take away what stands before it, such as the header of a mail")
        }
        return bytes
    }

    mutating func next() throws -> DecodedItem? {
        while true {
            if let item = try nextOfMessage() { return item }
            guard taken < messages.count else { return nil }
            let message = messages[taken]
            taken += 1
            if let problem = try begin(message) {
                return DecodedItem(position: position(message, message.range.lowerBound), text: head, problem: problem)
            }
        }
    }

    /// Why nothing of the message can be taken; nil if it is being read now.
    private mutating func begin(_ message: EDIFACTMessage) throws(ReadFailure) -> RowProblem? {
        if let problem = message.problem { return problem }
        let types = profile.edifact.types
        guard types.isEmpty || types.contains(message.type) else {
            return RowProblem(
                kind: "other-message", column: "UNH", value: message.type,
                reason: "message \(message.reference) is \(message.type), which profile \(profile.name) does not read")
        }
        let segments = try segments(of: message)
        let tree = EDIFACTTree(segments, profile.edifact.groups)
        if let problem = Self.problem(of: tree, message, archive) { return problem }
        let ways = profile.each.compactMap(\.elementNames)
        let items = ways.map { ($0, tree.items($0)) }
        let found = items.first { $0.1.contains(where: \.isWhole) } ?? items.first
        reading = Reading(message: message, tree: tree, path: found?.0 ?? [], items: found?.1 ?? [])
        return nil
    }

    private func segments(of message: EDIFACTMessage) throws(ReadFailure) -> [EDIFACTSegment] {
        var scanner = EDIFACTScanner(
            archive, from: message.range.lowerBound, separators: message.separators, limits: limits)
        var segments: [EDIFACTSegment] = []
        while !scanner.isAtEnd(), scanner.at < message.range.upperBound { segments.append(try scanner.next()) }
        return segments.dropLast()
    }

    private static func problem(of tree: EDIFACTTree, _ message: EDIFACTMessage, _ bytes: [UInt8]) -> RowProblem? {
        if let misplaced = tree.misplaced {
            return RowProblem(
                kind: "misplaced-segment", column: misplaced.tag, value: nil,
                reason: "message \(message.reference): \(misplaced.tag) stands outside the group that it belongs to; "
                    + "ask the sender to mend the message")
        }
        guard let repeated = tree.segments.first(where: { $0.hasRepetition(in: bytes) }) else { return nil }
        return RowProblem(
            kind: "repeated-element", column: repeated.tag, value: nil,
            reason: "message \(message.reference): an element of \(repeated.tag) is repeated, which is not read; ask "
                + "the sender for version 3 of the syntax")
    }
}

extension EDIFACTItems {
    private mutating func nextOfMessage() throws -> DecodedItem? {
        guard let current = reading, current.next < current.items.count else {
            reading = nil
            return nil
        }
        count += 1
        guard count <= limits.items else {
            throw ReadFailure(.tooLarge, "more than \(limits.items) items", remedy: "split the interchange")
        }
        let (node, isWhole) = current.items[current.next]
        reading?.next += 1
        let object = EDIFACTObject(archive, current.tree)
        var text = Array("{\"#index\":\(isWhole ? current.tree.nodes[node].index : 0)".utf8)
        if isWhole { text += [UInt8(ascii: ",")] + object.members(of: node) }
        text.append(UInt8(ascii: "}"))
        let start = current.tree.nodes[node].trigger.map { current.tree.segments[$0].range.lowerBound }
        var item = DecodedItem(
            position: position(current.message, start ?? current.message.range.lowerBound, way(to: node, current.tree)),
            text: text)
        let enclosing = isWhole ? current.tree.nodes[node].parent ?? node : node
        if current.enclosing != enclosing {
            item.head = head(enclosing, current, object)
            reading?.enclosing = enclosing
        }
        finish(&item, current.message)
        return item
    }

    /// Letters beyond ASCII are converted once for the whole item.
    private func finish(_ item: inout DecodedItem, _ message: EDIFACTMessage) {
        let size = max(item.text.count, item.head?.count ?? 0)
        if size > limits.itemBytes {
            item.problem = RowProblem(
                kind: "too-large", column: nil, value: nil,
                reason: "\(size) bytes; an item has \(limits.itemBytes) at most, something else may have got into it")
        }
        guard let text = message.charset.utf8(item.text), let head = item.head.map(message.charset.utf8) ?? [] else {
            item.problem = RowProblem(
                kind: "wrong-encoding", column: nil, value: nil,
                reason: "message \(message.reference) holds letters that its character set does not have; ask the "
                    + "sender for UTF-8")
            return
        }
        item.text = text
        if item.head != nil { item.head = head }
    }

    private func way(to node: Int, _ tree: EDIFACTTree) -> String {
        var steps: [String] = []
        var at = tree.nodes[node]
        while let parent = at.parent {
            steps.insert("\(at.name)[\(at.index)]", at: 0)
            at = tree.nodes[parent]
        }
        return steps.joined(separator: ".")
    }

    /// `line 12 message 3 CNI[0].STS[1]`: there may be one line only.
    private mutating func position(_ message: EDIFACTMessage, _ start: Int, _ way: String = "") -> String {
        if start < line.offset { line = (0, 1) }
        line = (start, line.number + XMLText.lines(in: archive[line.offset..<start]))
        return "line \(line.number) message \(message.index + 1)" + (way.isEmpty ? "" : " \(way)")
    }

    private func head(_ node: Int, _ reading: Reading, _ object: EDIFACTObject) -> [UInt8] {
        var chain = [node]
        while let parent = reading.tree.nodes[chain[0]].parent { chain.insert(parent, at: 0) }
        var inner: [UInt8] = []
        for (level, node) in chain.enumerated().reversed() {
            let skipped = level < reading.path.count ? reading.path[level] : nil
            var members = object.members(of: node, without: skipped)
            if !inner.isEmpty {
                if !members.isEmpty { members.append(UInt8(ascii: ",")) }
                let name = JSONText.quoted(reading.tree.nodes[chain[level + 1]].name)
                members += Array("\(name):[".utf8) + inner + [UInt8(ascii: "]")]
            }
            inner = [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")]
        }
        // Behind the brace: what stands around the message.
        let envelope = reading.message.envelope.flatMap { object.member($0) + [UInt8(ascii: ",")] }
        return [UInt8(ascii: "{")] + envelope + inner.dropFirst()
    }
}
