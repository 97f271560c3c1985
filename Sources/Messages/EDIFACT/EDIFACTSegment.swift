/// One segment as it stands in the bytes.
struct EDIFACTSegment {
    /// Three letters or digits; whatever stood there if it is no tag.
    var tag: String
    /// From the first letter of the tag to behind the terminator.
    var range: Range<Int>
    let separators: EDIFACTSeparators

    /// Whether the tag can be one: a letter and two letters or digits, all capital.
    var isTagged: Bool {
        let bytes = Array(tag.utf8)
        let isCapital = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        return bytes.count == 3 && isCapital(bytes[0])
            && bytes.allSatisfy { isCapital($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Where the components of each element stand, behind the tag; with release characters and line ends as they came.
    func elements(in bytes: [UInt8]) -> [[Range<Int>]] {
        var elements: [[Range<Int>]] = []
        var components: [Range<Int>] = []
        var start = range.lowerBound
        var at = start
        let end = range.upperBound - 1
        while at < end {
            let byte = bytes[at]
            if byte == separators.release {
                at = min(end, released(at, bytes) + 1)
                continue
            }
            if byte == separators.component || byte == separators.element {
                components.append(start..<at)
                start = at + 1
                if byte == separators.element {
                    elements.append(components)
                    components = []
                }
            }
            at += 1
        }
        elements.append(components + [start..<end])
        return Array(elements.dropFirst())
    }

    /// What a component says: without release characters, line ends and the blanks around it.
    func value(_ range: Range<Int>, in bytes: [UInt8]) -> ArraySlice<UInt8> {
        var text: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] == separators.release { at = released(at, bytes) }
            if at < range.upperBound, !separators.isLayout(bytes[at]) { text.append(bytes[at]) }
            at += 1
        }
        return XMLText.trimmed(text)
    }

    /// The text of one component; empty where there is none.
    func text(_ element: Int, _ component: Int = 0, in bytes: [UInt8]) -> String {
        let elements = elements(in: bytes)
        guard elements.indices.contains(element), elements[element].indices.contains(component) else { return "" }
        return String(decoding: value(elements[element][component], in: bytes), as: UTF8.self)
    }

    /// Whether an element of it stands several times.
    func hasRepetition(in bytes: [UInt8]) -> Bool {
        guard let repetition = separators.repetition else { return false }
        var at = range.lowerBound
        while at < range.upperBound - 1 {
            if bytes[at] == repetition { return true }
            at = bytes[at] == separators.release ? released(at, bytes) + 1 : at + 1
        }
        return false
    }

    /// The character that a release character stands before; the line may have been wrapped between the two.
    private func released(_ release: Int, _ bytes: [UInt8]) -> Int {
        var at = release + 1
        while at < range.upperBound - 1, separators.isLayout(bytes[at]) { at += 1 }
        return at
    }
}
