import Tracking

/// An event as the bare interface stores it: numbers that are known beforehand and texts that stay where they are.
struct BareRow {
    var subject: Int64
    /// Of a subject that this row is the first to name.
    var newSubject: BareText?
    var occurredAt: Int64
    var sourceID: BareText
    var rawCode: Int64
    var place: Int64
    var milestone: Int64
    var text: BareText
    var version: BareText
    var hasID: Bool
}

/// Bytes that live as long as the process: SQLite reads them in place.
struct BareText {
    let start: UnsafeMutablePointer<CChar>
    let count: Int32

    init(_ text: String) {
        let bytes = Array(text.utf8)
        start = .allocate(capacity: max(bytes.count, 1))
        for (index, byte) in bytes.enumerated() { start[index] = CChar(bitPattern: byte) }
        count = Int32(bytes.count)
    }
}
