import Testing

@testable import Terminal

/// CSV that spreadsheets read and do not run.
struct CSVWriterTests {
    @Test(arguments: [
        (TableCell.text("MRKU9465770"), "MRKU9465770"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("a;b", "\"a;b\""),
        (" a", "\" a\""), (.none, ""), (.integer(-3), "-3"), (.decimal(-3.5, digits: 1), "-3.5"),
        (.decimal(.nan, digits: 1), ""),
        ("=1+1", "'=1+1"), ("+7 727 1", "'+7 727 1"), ("-3.5", "'-3.5"), ("@x", "'@x"), ("＝1", "'＝1"), ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠1", "'＠1"), ("  =1", "'  =1"), ("\"=1", "\"'\"\"=1\""), ("'=1", "''=1"), ("\t=1", "'\\u{9}=1"),
        ("\tx", "'\\u{9}x"),
        ("\rx", "'\\u{d}x"), ("\0x", "'\\u{0}x"), ("\u{200B}=1", "'\\u{200b}=1"), ("a=1", "a=1"), ("'tis", "'tis"),
        ("乌鲁木齐", "乌鲁木齐"),
        ("\"\u{301}", "\"\"\"\u{301}\""), ("a\nb", "a\\u{a}b"),
    ])
    func aCellIsWritten(cell: TableCell, expected: String) {
        #expect(CSVWriter().line([cell]) == expected + "\r\n")
    }

    @Test func rawTextIsOnlyQuoted() {
        #expect(CSVWriter(isRaw: true).line(["=1", "a\nb", "-3.5"]) == "=1,\"a\nb\",-3.5\r\n")
    }

    @Test(arguments: ["=1", "'=1", "''=1", "-3.5", " =1", "'tis", "'", "", "x", "\"=1", "＝1", "'-"])
    func theGuardCanBeUndone(text: String) throws {
        let cell = try #require(CSVLine.cells(CSVWriter().line([.text(text)]))?.first)
        #expect(CSVWriter.unguarded(cell) == text)
    }

    @Test func aTableHasItsTitlesFirst() {
        var table = TextTable(["code", "=boxes"])
        table.append(["X8157", 50])
        #expect(table.csv() == "code,'=boxes\r\nX8157,50\r\n")
    }
}
