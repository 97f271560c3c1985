import Tracking

/// Finds, for numbers nobody knows, the only known number that one edit explains.
///
/// A check digit never repairs: ten and more numbers at one edit pass it (algorithms §2.2). It only excludes a known
/// number that fails its own.
struct NumberRepairer {
    /// The last characters count up within a block of numbers issued together.
    private static let serialLength = 3

    private let known: [String]
    private var blocks: Set<Substring> = []
    private var forms: Set<[UInt8]> = []
    /// Of each unknown number, the known numbers one edit away, two at most.
    private var hits: [String: [String]] = [:]

    init(known: Set<String>, unknown: Set<String>) {
        self.known = known.sorted()
        guard !known.isEmpty, !unknown.isEmpty else { return }
        for number in self.known {
            blocks.insert(number.dropLast(Self.serialLength))
            forms.insert(Self.form(number))
        }
        find(unknown.sorted())
    }

    /// The known number that was meant, and by how many bits it wins; nil where there is none, or more than one.
    func repair(_ received: String) -> (known: String, bits: Double)? {
        guard let found = hits[received], found.count == 1, let known = found.first,
            let edit = NumberEdit(from: Array(known.utf8), to: Array(received.utf8)),
            IdentifierSchemes.telling(known)?.checkDigit != .bad
        else { return nil }
        let other = ConfusionModel.bitsOfUnknown(
            hasKnownForm: forms.contains(Self.form(received)),
            standsInBlock: blocks.contains(received.dropLast(Self.serialLength)),
            passesCheck: IdentifierSchemes.telling(received)?.checkDigit == .ok)
        let margin = ConfusionModel.bits(edit) - other
        return margin >= ConfusionModel.leastMargin ? (known, margin) : nil
    }

    /// Two numbers one edit apart share a text with one character left out; only the texts of the unknown are kept.
    private mutating func find(_ unknown: [String]) {
        var owners: [Int: [Int]] = [:]
        for (index, number) in unknown.enumerated() {
            for text in Self.shortened(number) { owners[text, default: []].append(index) }
        }
        for number in known {
            var tried: Set<Int> = []
            for text in Self.shortened(number) {
                for owner in owners[text] ?? [] where tried.insert(owner).inserted {
                    note(number, for: unknown[owner])
                }
            }
        }
    }

    private mutating func note(_ number: String, for received: String) {
        guard hits[received, default: []].count < 2,
            NumberEdit(from: Array(number.utf8), to: Array(received.utf8)) != nil
        else { return }
        hits[received, default: []].append(number)
    }

    /// Hashes of the number and of all that is left when one character is lost.
    private static func shortened(_ number: String) -> Set<Int> {
        let bytes = Array(number.utf8)
        var result: Set<Int> = [hash(bytes, without: -1)]
        for position in bytes.indices { result.insert(hash(bytes, without: position)) }
        return result
    }

    private static func hash(_ bytes: [UInt8], without skipped: Int) -> Int {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for (position, byte) in bytes.enumerated() where position != skipped {
            value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return Int(truncatingIfNeeded: value)
    }

    /// Digits as 9, letters as A: what numbers of one issuer have in common.
    private static func form(_ number: String) -> [UInt8] {
        number.utf8.map { (48...57).contains($0) ? 57 : (65...90).contains($0) ? 65 : $0 }
    }
}
