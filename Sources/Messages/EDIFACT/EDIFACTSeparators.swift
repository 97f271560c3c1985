/// The service characters of an interchange (ISO 9735, UNA).
struct EDIFACTSeparators: Hashable, Sendable {
    var component = UInt8(ascii: ":")
    var element = UInt8(ascii: "+")
    /// What takes the meaning from the character behind it; nil where there is none.
    var release: UInt8? = UInt8(ascii: "?")
    /// Between repetitions of an element, from version 4 of the syntax on; told by the interchange header.
    var repetition: UInt8? = UInt8(ascii: "*")
    var terminator = UInt8(ascii: "'")

    /// Those that hold where no UNA says otherwise.
    static let usual = EDIFACTSeparators()
    /// Those of syntax level B before version 4, which are no printable characters.
    static let levelB = EDIFACTSeparators(
        component: 0x1F, element: 0x1D, release: nil, repetition: nil, terminator: 0x1C)

    init(
        component: UInt8 = UInt8(ascii: ":"), element: UInt8 = UInt8(ascii: "+"),
        release: UInt8? = UInt8(ascii: "?"), repetition: UInt8? = UInt8(ascii: "*"),
        terminator: UInt8 = UInt8(ascii: "'")
    ) {
        self.component = component
        self.element = element
        self.release = release
        self.repetition = repetition
        self.terminator = terminator
    }

    /// Nil unless the six characters behind `UNA` can be told from each other and from what they separate.
    init?(_ advice: ArraySlice<UInt8>) {
        let characters = Array(advice)
        guard characters.count == 6 else { return nil }
        let blank = UInt8(ascii: " ")
        (component, element, terminator) = (characters[0], characters[1], characters[5])
        release = characters[3] == blank ? nil : characters[3]
        repetition = characters[4] == blank ? nil : characters[4]
        let used = [component, element, terminator] + [release, repetition].compactMap(\.self)
        guard Set(used).count == used.count, !used.contains(blank), !used.contains(where: Self.isOfValues) else {
            return nil
        }
    }

    /// Whether a byte only lays the text out: line ends are no part of any value, wherever they stand.
    func isLayout(_ byte: UInt8) -> Bool {
        (byte == 0x0A || byte == 0x0D) && byte != terminator && byte != element && byte != component
    }

    func isService(_ byte: UInt8) -> Bool {
        byte == component || byte == element || byte == terminator || byte == release || byte == repetition
    }

    /// Letters, digits and everything beyond ASCII are what values are made of.
    private static func isOfValues(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
            true
        default: false
        }
    }
}
