import Testing

@testable import Terminal

/// Text of others is made visible, and text of people stays as it is.
struct SafeTextTests {
    @Test(arguments: [
        ("\u{1B}[31mred", "\\u{1b}[31mred"), ("a\u{7}", "a\\u{7}"), ("a\nb", "a\\u{a}b"), ("a\r\nb", "a\\u{d}\\u{a}b"),
        ("\u{9B}31m", "\\u{9b}31m"), ("\u{7F}", "\\u{7f}"), ("abc\u{202E}fed", "abc\\u{202e}fed"),
        ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("a\u{200B}b", "a\\u{200b}b"), ("a\0b", "a\\u{0}b"),
        ("\u{E0041}", "\\u{e0041}"), ("a\u{2028}b", "a\\u{2028}b"),
    ])
    func controlsBecomeVisible(text: String, shown: String) {
        #expect(SafeText.show(text) == shown)
    }

    @Test(arguments: [
        "", "MRKU9465770", "乌鲁木齐国际陆港区", "Достык", "Małaszewicze", "Алматы-1", "Əliağa", "e\u{301}", "🚂", "(¥ 12,50 €)",
        "ﾊﾝﾊﾞﾝ", "한국",
    ])
    func namesStayAsTheyAre(text: String) {
        #expect(SafeText.show(text) == text)
    }

    @Test func marksDoNotClimbOverTheLinesAbove() {
        let shown = SafeText.show("a" + String(repeating: "\u{301}", count: 1_000))
        #expect(shown.unicodeScalars.filter { $0 == "\u{301}" }.count == 4)
    }

    @Test func theTableOfHostileCodePointsIsUnicodes() {
        let wrong = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            let acts =
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: true
                default: scalar.properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(scalar.value)
                }
            return SafeText.isHostile(scalar) != acts
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [
        ("MRKU9465770", 11, "MRKU9465770"), ("MRKU9465770", 10, "MRKU94657…"), ("乌鲁木齐", 8, "乌鲁木齐"), ("乌鲁木齐", 7, "乌鲁木…"),
        ("乌鲁木齐", 6, "乌鲁…"), ("Достык", 4, "Дос…"), ("ab", 1, "…"), ("ab", 0, ""), ("", 0, ""),
    ])
    func aCapCountsColumns(text: String, columns: Int, shown: String) {
        #expect(SafeText.show(text, columns: columns) == shown)
    }
}
