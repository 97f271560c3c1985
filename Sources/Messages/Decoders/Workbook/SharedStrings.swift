/// The texts that the cells of a workbook share, one behind the other in one piece of memory.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    private static let mostBytes = 256 << 20

    init() {}

    /// Runs of rich text are joined; phonetic hints stand beside a text and are left out.
    init(_ scanner: TagScanner) throws(ReadFailure) {
        var isInside = false
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("t"): isInside = true
            case .open where scanner.isNamed("rPh"): try scanner.skipElement()
            case .close where scanner.isNamed("t"): isInside = false
            case .close where scanner.isNamed("si"):
                ends.append(UInt32(bytes.count))
                try checkSize(scanner)
            case .text where isInside: try scanner.appendText(to: &bytes)
            case .end: return
            default: break
            }
        }
    }

    private func checkSize(_ scanner: TagScanner) throws(ReadFailure) {
        guard bytes.count + ends.count * 4 > Self.mostBytes else { return }
        throw ReadFailure(
            .tooLarge, at: scanner.name, "more than \(Self.mostBytes >> 20) MB of texts", remedy: "split the table")
    }

    /// Appends the text of a number; false if there is none.
    func append(_ index: Int, to result: inout [UInt8]) -> Bool {
        guard ends.indices.contains(index) else { return false }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        result.append(contentsOf: bytes[start..<Int(ends[index])])
        return true
    }
}
