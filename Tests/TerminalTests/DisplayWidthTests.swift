import Testing

@testable import Terminal

/// Columns of a terminal, not characters.
struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("MRKU9465770", 11), ("乌鲁木齐", 8), ("阿拉山口 → Достык", 17), ("Достык", 6), ("Ёлка", 4), ("й", 1),
        ("и\u{306}", 1),
        ("Małaszewicze", 12), ("ＡＢ", 4), ("ｱｲ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("が", 2),
        ("か\u{3099}", 2),
        ("🚂", 2), ("🇰🇿", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("…", 1), ("—", 1), ("（一）", 6), ("𠮷", 2), ("•", 1),
        ("①", 1),
    ])
    func aTextHasItsWidth(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func theTablesAreInOrder() {
        for ranges in [WideScalars.ranges, HostileScalars.ranges] {
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
    }

    @Test func shortCutsForZeroWidthAgreeWithUnicode() {
        let marks: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .format, .control]
        let scalars = (UInt32(0x300)...0x2FFFF).compactMap(Unicode.Scalar.init).filter { !SafeText.isHostile($0) }
        let wrong = scalars.filter { scalar in
            let jamo = (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
            return DisplayWidth.isZeroWidth(scalar) != (jamo || marks.contains(scalar.properties.generalCategory))
        }
        #expect(wrong.isEmpty)
    }

    @Test func theShortCutForWholeTextsAgreesWithSingleCharacters() {
        let wrong = (UInt32(0x20)...0xFFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            DisplayWidth.of(String(scalar)) != DisplayWidth.of(Character(scalar))
        }
        #expect(wrong.isEmpty)
    }
}
