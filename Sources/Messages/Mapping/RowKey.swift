/// Stands for the values of some columns of a row: 128 bits of a hash whose seed changes with every run, so that two
/// different values never meet, and 200,000 of them fit into a few megabytes.
struct RowKey: Hashable {
    private let first: Int
    private let second: Int

    init(_ row: TableRow, _ text: [UInt8], _ columns: [Int]) {
        var left = Hasher()
        var right = Hasher()
        right.combine(1)
        text.withUnsafeBytes { bytes in
            for column in columns {
                let range = row.ranges[column] ?? 0..<0
                left.combine(range.count)
                right.combine(range.count)
                left.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
                right.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
        }
        first = left.finalize()
        second = right.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(first) }
}
