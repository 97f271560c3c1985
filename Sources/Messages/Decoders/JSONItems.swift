/// The items of a JSON document.
struct JSONItems: ItemSource {
    let head: [UInt8]
    let archive: [UInt8]
    private let document: JSONDocument
    private let ranges: [Range<Int>]
    private let limits: DecodingLimits
    private let fields: JSONFields
    /// `$.events`, before the index of an item; nil where the document is itself the only item.
    private let prefix: String?
    private var index = 0

    init(_ body: [UInt8], profile: Profile, limits: DecodingLimits) throws {
        let plain = try JSONUnwrapping.apply(
            profile.unwrap, to: JSONDocument(body, limits: limits), limits: limits)
        let document = try JSONRedaction.apply(profile.redact, profile.redactWhere, to: plain, limits: limits)
        try Self.checkShape(document, profile)
        guard let (path, container) = Self.repeating(document, profile.each) else {
            throw ReadFailure(
                .shapeChanged, at: "$",
                "none of \(profile.each.map(\.description).joined(separator: ", ")) is there",
                remedy: "compare the answer with profile \(profile.name); the sender may have changed it")
        }
        self.document = document
        self.limits = limits
        fields = profile.fields
        archive = document.bytes
        if path.ofArray != nil {
            var found: [Range<Int>] = []
            document.elements(container) { found.append($0) }
            ranges = found
            prefix = String(path.description.dropLast(3))
            head = Self.head(document, without: container)
        } else {
            ranges = [container]
            prefix = nil
            head = Array("{}".utf8)
        }
        guard ranges.count <= limits.items else {
            throw ReadFailure(
                .tooLarge, "\(ranges.count) items; at most \(limits.items) are read",
                remedy: "ask for less at once")
        }
    }

    mutating func next() throws -> DecodedItem? {
        guard index < ranges.count else { return nil }
        let range = ranges[index]
        let position = prefix.map { "\($0)[\(index)]" } ?? "$"
        index += 1
        guard range.count <= limits.itemBytes else {
            throw ReadFailure(
                .tooLarge, at: position,
                "an item of \(range.count) bytes; at most \(limits.itemBytes) are read",
                remedy: "look at the item; something else may have got into the document")
        }
        return DecodedItem(position: position, text: JSONNumbers.literal(document.bytes[range]), fields: fields)
    }

    /// The first path that exists, as also an empty array does, which means that there is nothing to tell.
    private static func repeating(_ document: JSONDocument, _ each: [JSONPath]) -> (JSONPath, Range<Int>)? {
        for path in each {
            if let array = path.ofArray {
                if let range = document.find(array).first, document.isArray(range) { return (path, range) }
            } else if let range = document.find(path).first {
                return (path, range)
            }
        }
        return nil
    }

    private static func head(_ document: JSONDocument, without array: Range<Int>) -> [UInt8] {
        guard array != document.root else { return Array("{}".utf8) }
        let bytes = document.bytes
        return JSONNumbers.literal(bytes[..<array.lowerBound] + Array("[]".utf8) + bytes[array.upperBound...])
    }

    private static func checkShape(_ document: JSONDocument, _ profile: Profile) throws(ReadFailure) {
        for path in profile.shape.requiredPaths where document.find(path).isEmpty {
            throw ReadFailure(
                .shapeChanged, at: path.description, "\(path) is missing",
                remedy: "compare the answer with profile \(profile.name); the sender may have changed it")
        }
    }
}

extension DecodedItem {
    /// An item of JSON with its fields.
    init(position: String, text: [UInt8], fields: JSONFields) {
        self.init(position: position, text: text)
        guard !fields.isEmpty else { return }
        length = text.count
        row = fields.row(of: &self.text)
    }
}
