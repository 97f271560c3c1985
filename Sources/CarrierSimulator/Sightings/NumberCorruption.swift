/// One wrong keystroke or misread character in a number.
struct NumberCorruption {
    private static let alike: [UInt8: UInt8] = [48: 79, 49: 73, 53: 83, 56: 66, 79: 48, 73: 49, 83: 53, 66: 56]
    /// Rows of the number pad.
    private static let pad: [[UInt8]] = [[48], [49, 50, 51], [52, 53, 54], [55, 56, 57]]

    func corrupted(_ number: String, _ generator: inout SeededGenerator) -> String {
        var bytes = Array(number.utf8)
        while bytes.elementsEqual(number.utf8) { edit(&bytes, &generator) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func edit(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let position = generator.integer(in: 0...bytes.count - 1)
        let kind = generator.unit()
        switch kind {
        case ..<0.15: bytes[position] = Self.alike[bytes[position]] ?? bytes[position]
        case ..<0.40: bytes[position] = neighbour(bytes[position], &generator)
        case ..<0.60: if position + 1 < bytes.count { bytes.swapAt(position, position + 1) }
        case ..<0.70: bytes.remove(at: position)
        case ..<0.80: bytes.insert(digit(&generator), at: position)
        default: bytes[position] = digit(&generator)
        }
    }

    private func digit(_ generator: inout SeededGenerator) -> UInt8 {
        48 + UInt8(generator.integer(in: 0...9))
    }

    private func neighbour(_ byte: UInt8, _ generator: inout SeededGenerator) -> UInt8 {
        guard let row = Self.pad.firstIndex(where: { $0.contains(byte) }),
            let column = Self.pad[row].firstIndex(of: byte)
        else { return byte }
        let near = Self.pad.indices.filter { abs($0 - row) <= 1 }.flatMap { line in
            Self.pad[line].indices.filter { abs($0 - column) <= 1 }.map { Self.pad[line][$0] }
        }.filter { $0 != byte }
        return near.isEmpty ? byte : near[generator.integer(in: 0...near.count - 1)]
    }
}
