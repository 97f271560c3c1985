/// The items of a text with one JSON object on each line.
struct JSONLineItems: ItemSource {
    let head = Array("{}".utf8)
    let archive: [UInt8]
    private let lines: [(number: Int, document: JSONDocument)]
    private let fields: JSONFields
    private var index = 0

    init(_ body: [UInt8], profile: Profile, limits: DecodingLimits) throws {
        var lines: [(number: Int, document: JSONDocument)] = []
        var archive: [UInt8] = []
        let texts = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, text) in texts.enumerated() where !text.allSatisfy(JSONText.isSpace) {
            do throws(ReadFailure) {
                let document = try JSONDocument(Array(text), limits: limits)
                let redacted = try JSONRedaction.apply(
                    profile.redact, profile.redactWhere, to: document, limits: limits)
                lines.append((number + 1, redacted))
                archive.append(contentsOf: redacted.bytes)
                archive.append(UInt8(ascii: "\n"))
            } catch {
                var failure = error
                failure.position = "line \(number + 1)\(failure.position.map { ", \($0)" } ?? "")"
                throw failure
            }
        }
        guard !lines.isEmpty else {
            throw ReadFailure(.empty, "there is no line", remedy: "look where the file comes from")
        }
        self.lines = lines
        fields = profile.fields
        self.archive = archive
    }

    mutating func next() throws -> DecodedItem? {
        guard index < lines.count else { return nil }
        defer { index += 1 }
        let document = lines[index].document
        return DecodedItem(
            position: "line \(lines[index].number)",
            text: JSONNumbers.literal(document.bytes[document.root]), fields: fields)
    }
}
