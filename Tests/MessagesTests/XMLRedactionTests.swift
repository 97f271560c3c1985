import Messages
import Testing
import Tracking

/// What must not be kept of a document is gone before anything else sees it.
struct XMLRedactionTests {
    private func profile(_ rules: String) throws -> Profile {
        try Profile(
            yaml: """
                name: rows
                title: Rows
                reads: xml
                each: $.Row[*]
                \(rules)
                facts: "SELECT 'parcel' AS kind, 'P' AS code, 'v' AS name, :item || :head AS value"
                """, file: "rows")
    }

    private let text = """
        <?xml version="1.0"?>
        <!-- secret0 -->
        <Doc xmlns="u" note="secret1" code="C">
          <Row id="1" name="secret2"><p>P1</p>
            <note>secret3 &amp;
              more<![CDATA[ secret4 ]]></note><who><first>secret5</first></who></Row>
          <Row><p>P2</p><n:note xmlns:n="v">secret6</n:note>secret7</Row><?pi secret8?>
        </Doc>
        """

    @Test func whatIsNotNamedIsEmptied() throws {
        let profile = try profile(#"keep: [p, "@id", "@code"]"#)
        let reading = try Reading.of(text, profile)
        let archive = String(decoding: reading.summary.archive, as: UTF8.self)
        #expect(!archive.contains("secret") && !reading.facts.contains { $0.value.contains("secret") })
        #expect(archive.contains("<p>P1</p>") && archive.contains(#"id="1""#) && archive.contains(#"code="C""#))
        #expect(reading.facts.first?.value.contains(#""p":["P1"],"note":[""]"#) == true, "\(reading.facts)")
    }

    @Test func whatIsNamedIsOverwritten() throws {
        let profile = try profile(#"redact: [note, who, "@na*", "@note"]"#)
        let reading = try Reading.of(text, profile)
        let archive = String(decoding: reading.summary.archive, as: UTF8.self)
        for gone in ["secret1", "secret2", "secret3", "secret4", "secret5", "secret6"] {
            #expect(!archive.contains(gone), "\(archive)")
        }
        #expect(reading.facts.first?.value.contains(#""@name":"(redacted)""#) == true, "\(reading.facts)")
        #expect(reading.facts.first?.value.contains(#""who":["(redacted)"]"#) == true, "\(reading.facts)")
    }

    @Test(arguments: [#"keep: [p, "@id"]"#, "redact: [note, who]", "scrub: [note, first]", "scrub: [p]\nkeep: [p]"])
    func theArchiveReadsTheSameAgainLineForLine(rules: String) throws {
        let profile = try profile(rules)
        let reading = try Reading.of(text, profile)
        let again = try Reading.of(reading.summary.archive, profile)
        #expect(again.summary.archive == reading.summary.archive)
        #expect(again.facts == reading.facts)
        #expect(again.items.map(\.position) == reading.items.map(\.position))
        #expect(reading.items.map(\.position) == ["line 4 Row[0]", "line 7 Row[1]"])
    }

    @Test func nothingIsTouchedWhereNothingIsNamed() throws {
        #expect(try Reading.of(text, try profile("")).summary.archive == Array(text.utf8))
    }

    @Test(arguments: [
        ("放行", "放行"), ("[Code:2600;Desc:放行]", "[Code:2600;Desc:放行]"), ("电话 13999912345", "电话 ***"),
        ("收货人：Anna Schmidt，不符", "收货人：***，不符"), ("订单号[SO-2026-0001]不存在", "订单号[***]不存在"),
        ("身份证号650102199003074512", "身份证***"), ("a@b.cn", "***"), ("第 3 项", "第 3 项"), ("收货人", "收货人"),
    ])
    func aFreeTextKeepsItsReasonAndLosesItsNumbers(said: String, kept: String) throws {
        let profile = try profile("scrub: [p]")
        let reading = try Reading.of("<Doc><Row><p>\(said)</p></Row></Doc>", profile)
        #expect(reading.facts.first?.value.contains(#""p":["\#(kept)"]"#) == true, "\(reading.facts.map(\.value))")
    }
}
