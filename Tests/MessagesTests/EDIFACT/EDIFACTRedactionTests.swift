import Messages
import Testing
import Tracking

/// What must not be kept of an interchange is gone before anything else sees it.
struct EDIFACTRedactionTests {
    private typealias Text = EDIFACTText

    private static let personal: [[String]] = [
        [
            "NAD", "CZ", "500001||87", "SECRET A|SECRET B", "SECRET'S C", "SECRETSTR. 1", "SECRETVILLE", "BE", "10119",
            "DE",
        ],
        ["CTA", "IC", "|SECRET D"], ["COM", "+49 30 SECRET|TE"],
    ]

    private var segments: [[String]] {
        Text.interchange(of: [
            Text.message(body: Self.personal + Text.status(more: [["FTX", "AAI", "", "", "SIGNED BY SECRET E"]])),
            Text.message("2", body: Text.status("21")),
        ])
    }

    @Test(arguments: ["", "\n", "\r\n"]) func namesAndStreetsAreOverwrittenAndCountriesStay(lineEnd: String) throws {
        for width in [0, 80, 11] {
            let text = EDIFACTText(lineEnd: lineEnd, width: width).write(segments)
            let reading = try Reading.of(text, builtIn("iftsta"))
            let archive = String(decoding: reading.summary.archive, as: UTF8.self)
            let joined = archive.filter { !$0.isNewline }
            #expect(!joined.contains("SECRET") && !joined.contains("10119"), "\(archive)")
            #expect(joined.contains("NAD+CZ+500001::87+(redacted):(redacted)+(redacted)+"), "\(archive)")
            #expect(joined.contains("+(redacted)+DE'"), "\(archive)")
            #expect(archive.count { $0.isNewline } == text.count { $0.isNewline })
        }
    }

    @Test func whatIsKeptReadsTheSameAgain() throws {
        for width in [0, 33] {
            let text = EDIFACTText(lineEnd: "\r\n", width: width).write(segments)
            let first = try Reading.of(text, builtIn("iftsta"))
            let again = try Reading.of(first.summary.archive, builtIn("iftsta"))
            #expect(again.summary.archive == first.summary.archive)
            #expect(again.items.map(\.position) == first.items.map(\.position))
            #expect(again.events == first.events && again.rejections.isEmpty && first.rejections.isEmpty)
        }
    }

    @Test(arguments: [Character("!"), nil]) func theMarkIsNoSeparatorWhateverTheSeparators(release: Character?) throws {
        let writing = EDIFACTText(component: "(", element: ")", release: release, terminator: "~", hasAdvice: true)
        let reading = try Reading.of(writing.write(segments), builtIn("iftsta"))
        #expect(reading.rejections.isEmpty && reading.events.count == 2, "\(reading.problems)")
        let archive = String(decoding: reading.summary.archive, as: UTF8.self)
        #expect(!archive.contains("SECRET") && archive.contains("redacted"), "\(archive)")
        #expect(try Reading.of(reading.summary.archive, builtIn("iftsta")).summary.archive == reading.summary.archive)
    }

    @Test func whatNamesNobodyIsKeptByteForByte() throws {
        let text = EDIFACTText(lineEnd: "\n").write(Text.interchange(of: [Text.message(body: Text.status())]))
        #expect(try Reading.of(text, builtIn("iftsta")).summary.archive == Array(text.utf8))
    }
}
