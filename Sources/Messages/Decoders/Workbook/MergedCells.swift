internal import Foundation

/// Cells that a person merged into one: only the first of them has a value in the file.
struct MergedCells {
    /// Rows and columns from 1, both ends included.
    struct Area {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    private static let most = 500_000

    /// By first row.
    private(set) var areas: [Area] = []

    init() {}

    /// Reads what stands behind the rows of a sheet, all of which pass by unread.
    ///
    /// The list of merged cells is written behind the rows that need it. Reading to the end here also finds a damaged
    /// part before anything is taken from it.
    init(_ part: InflatedPart, name: String) throws(ReadFailure) {
        let needle = Array("mergeCell ".utf8)
        var room = [UInt8](repeating: 0, count: 256 << 10)
        var kept: [UInt8] = []
        while true {
            var failure: ReadFailure?
            let made = room.withUnsafeMutableBytes { room -> Int in
                do throws(ReadFailure) { return try part.read(into: room) } catch { failure = error; return 0 }
            }
            if let failure { throw failure }
            guard made > 0 else { break }
            kept.append(contentsOf: room[0..<made])
            take(from: &kept, needle)
            guard areas.count <= Self.most else {
                throw ReadFailure(
                    .tooLarge, at: name, "more than \(Self.most) merged cells", remedy: "split the table")
            }
        }
        areas.sort { $0.rows.lowerBound < $1.rows.lowerBound }
    }

    /// Takes every complete tag and leaves what may be the beginning of the next.
    private mutating func take(from bytes: inout [UInt8], _ needle: [UInt8]) {
        var at = 0
        let count = bytes.count
        bytes.withUnsafeBufferPointer { bytes in
            while let start = Self.find(needle, in: bytes, from: at) {
                var end = start
                while end < count, bytes[end] != UInt8(ascii: ">") { end += 1 }
                guard end < count, end - start < 4096 else { break }
                // Text has no bare bracket, so what stands behind one, or behind a prefix, is a tag.
                let before = start > 0 ? bytes[start - 1] : 0
                if before == UInt8(ascii: "<") || before == UInt8(ascii: ":") {
                    if let area = Self.area(String(decoding: bytes[start..<end], as: UTF8.self)) { areas.append(area) }
                }
                at = end
            }
        }
        bytes.removeFirst(max(at, count - 128))
    }

    private static func find(_ needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var at = start
        while at + needle.count <= bytes.count {
            // The second letter decides quickest: few tags of a sheet have an e there.
            if bytes[at] == needle[0], bytes[at + 1] == needle[1], bytes[at + 5] == needle[5],
                bytes[at..<(at + needle.count)].elementsEqual(needle)
            {
                return at
            }
            at += 1
        }
        return nil
    }

    private static func area(_ tag: String) -> Area? {
        guard let start = tag.range(of: "ref=")?.upperBound, start < tag.endIndex else { return nil }
        let quote = tag[start]
        let corners = tag[tag.index(after: start)...].prefix { $0 != quote }.split(separator: ":")
        guard corners.count == 2, let first = CellReference(corners[0].utf8), let last = CellReference(corners[1].utf8),
            first.row <= last.row, first.column <= last.column
        else { return nil }
        return Area(rows: first.row...last.row, columns: first.column...last.column)
    }
}
