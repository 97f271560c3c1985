import Testing

@testable import Terminal

/// Tables that line up in three scripts.
struct TextTableTests {
    private func table() -> TextTable {
        var table = TextTable([
            "train", TableColumn("boxes", alignment: .trailing), TableColumn("where", isFlexible: true), "state",
        ])
        table.append(["X8157", 50, "阿拉山口 Alashankou", .styled("late", .warning)])
        table.append(["X8024", 7, "Достык Dostyk", "running"])
        table.append(["X9", .none])
        return table
    }

    @Test func columnsLineUpByDisplayWidth() {
        #expect(
            table().text() == """
                train  boxes  where                state
                X8157     50  阿拉山口 Alashankou  late
                X8024      7  Достык Dostyk        running
                X9

                """)
    }

    @Test func theFlexibleColumnGivesWayToTheScreen() {
        let text = table().text(width: 35)
        #expect(
            text == """
                train  boxes  where         state
                X8157     50  阿拉山口 Al…  late
                X8024      7  Достык Dost…  running
                X9

                """)
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 35 })
    }

    @Test func withoutAFlexibleColumnTheLastGivesWay() {
        var table = TextTable(["code", "text"])
        table.append(["MRKU9465770", "instruction data received"])
        #expect(table.text(width: 23) == "code         text\nMRKU9465770  instructi…\n")
    }

    @Test func numbersAreNeverShortened() {
        var table = TextTable(["value", "code"])
        table.append([.decimal(1_234_567.891, digits: 2), .integer(12_345_678_901)])
        #expect(table.text(width: 8).contains("1234567.89  12345678901"))
    }

    @Test func coloursDoNotDisturbTheColumns() {
        let painted = table().text(palette: Palette(isEnabled: true))
        #expect(painted.contains("\u{1B}[33mlate\u{1B}[0m"))
        let bare = Style.allCases.compactMap(\.code).reduce(painted.replacing("\u{1B}[0m", with: "")) {
            $0.replacing("\u{1B}[\($1)m", with: "")
        }
        #expect(bare == table().text())
    }

    @Test func linesEndWithTheirLastVisibleCharacter() {
        var table = TextTable(["code", "place", "state"])
        table.append(["X8157", "乌鲁木齐", "ok"])
        table.append(["X8024", "霍尔果斯"])
        #expect(table.text() == "code   place     state\nX8157  乌鲁木齐  ok\nX8024  霍尔果斯\n")
    }

    @Test func aLongTableIsWrittenInOnePass() {
        var table = TextTable(["code", "place"])
        for number in 0..<20_000 { table.append([.integer(number), "乌鲁木齐 Достык"]) }
        #expect(table.csv().utf8.count > 500_000)
        #expect(table.text(width: 40).split(separator: "\n").count == 20_001)
    }

    @Test func surplusCellsAreDropped() {
        var table = TextTable(["a"])
        table.append([1, 2, 3])
        #expect(table.text() == "a\n1\n")
    }

    @Test func noColumnsAreNoText() {
        #expect(TextTable([]).text() == "")
    }
}
