/// Stands for the values of some columns of a row: 128 bits of hashes with a seed that changes with every run, so that
/// two different values never meet, and those of 200,000 rows fit into a few megabytes.
struct RowKey: Equatable {
    let first: UInt64
    let second: UInt64

    init(_ row: TableRow, _ text: [UInt8], _ columns: [Int]) {
        var hasher = Hasher()
        var second: UInt64 = 0xCBF2_9CE4_8422_2325
        text.withUnsafeBytes { bytes in
            for column in columns {
                let range = row.ranges[column] ?? 0..<0
                hasher.combine(range.count)
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
                for at in range { second = (second ^ UInt64(bytes[at])) &* 0x100_0000_01B3 }
                second = (second ^ UInt64(range.count)) &* 0x100_0000_01B3
            }
        }
        // Zero marks a free place in a table of keys.
        first = UInt64(bitPattern: Int64(hasher.finalize())) | 1
        self.second = second
    }
}
