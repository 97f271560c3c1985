/// Which values of a segment must not be kept: `NAD.3` is the element behind the third `+` and one more, from 0;
/// `COM.0.0` one component of it; `FTX` all of them.
struct EDIFACTRedaction: Hashable, Sendable {
    struct Edit: Hashable {
        var range: Range<Int>
        var replacement: [UInt8]
    }

    private struct Place: Hashable {
        var element: Int?
        var component: Int?
    }

    private var places: [String: [Place]] = [:]

    init() {}

    /// Nil if a text names no place in a segment.
    init?(_ names: [String]) {
        for name in names {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            let numbers = parts.dropFirst().map { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
            guard parts[0].count == 3, numbers.count <= 2, !numbers.contains(nil) else { return nil }
            places[String(parts[0]), default: []].append(
                Place(element: numbers.first ?? nil, component: numbers.dropFirst().first ?? nil))
        }
    }

    /// What is to be written over the values of a segment, in the order of the text.
    ///
    /// Line ends stay, so that what stands below is still found on its line; what was written over before stays as it is.
    func edits(of segment: EDIFACTSegment, in bytes: [UInt8]) -> [Edit] {
        guard let places = places[segment.tag] else { return [] }
        var edits: [Edit] = []
        for (index, components) in segment.elements(in: bytes).enumerated() {
            for (position, range) in components.enumerated() {
                let isMeant = places.contains { place in
                    (place.element ?? index) == index && (place.component ?? position) == position
                }
                guard isMeant, !segment.value(range, in: bytes).isEmpty else { continue }
                let layout = bytes[range].filter { segment.separators.isLayout($0) }
                let mark = mark(segment.separators)
                if !bytes[range].elementsEqual(mark + layout) {
                    edits.append(Edit(range: range, replacement: mark + layout))
                }
            }
        }
        return edits
    }

    /// Where the mark's brackets separate something and nothing can release them, it does without.
    private func mark(_ separators: EDIFACTSeparators) -> [UInt8] {
        let mark = Array(JSONRedaction.mark.utf8)
        guard mark.contains(where: separators.isService) else { return mark }
        guard let release = separators.release else { return mark.filter { !separators.isService($0) } }
        return mark.flatMap { separators.isService($0) ? [release, $0] : [$0] }
    }

    static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
        guard !edits.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        for edit in edits {
            result.append(contentsOf: bytes[at..<edit.range.lowerBound])
            result.append(contentsOf: edit.replacement)
            at = edit.range.upperBound
        }
        result.append(contentsOf: bytes[at...])
        return result
    }
}
