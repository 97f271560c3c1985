import Foundation
import Messages
import Testing
import Tracking

/// However an interchange is written, it says the same.
struct EDIFACTReadingTests {
    private typealias Text = EDIFACTText

    private static let segments = Text.interchange(of: [
        Text.message(
            "1", version: "IFTSTA|D:0|0B|UN",
            body: Text.status(
                "P||HS|Rail departed: 1+1 = 2? 'yes'", place: ["LOC", "175", "|||Köln+Eifel?tor's: yard", "DE|162"])),
        Text.message(
            "2", body: Text.status("21", at: "334|202612010900+01|303", place: ["LOC", "175", "PLMAA|139|6"])),
    ])

    private static let writings: [EDIFACTText] = {
        var writings: [EDIFACTText] = []
        let sets: [(Character, Character, Character?, Character)] = [
            (":", "+", "?", "'"), ("|", "^", "\\", "~"), (">", "*", "!", "\n"), (";", "=", "?", "\""),
            ("_", "+", "#", "'"),
        ]
        for (component, element, release, terminator) in sets {
            for lineEnd in ["", "\n", "\r\n", "\r", "\r\n\r\n  "] {
                for width in [0, 80, 11] where terminator != "\n" || width == 0 {
                    writings.append(
                        EDIFACTText(
                            component: component, element: element, release: release, terminator: terminator,
                            lineEnd: lineEnd, width: width, hasAdvice: true))
                }
            }
        }
        return writings
    }()

    /// Bar the places of items, which are lines.
    private func said(_ body: [UInt8]) throws -> [String] {
        let reading = try Reading.of(body, builtIn("iftsta"))
        #expect(reading.rejections.isEmpty && reading.summary.notes.isEmpty, "\(reading.problems)")
        return reading.items.map { "\($0.events) \($0.links) \($0.facts)" }
    }

    @Test func separatorsLineEndsAndReleaseCharactersChangeNothing() throws {
        let clean = try said(Array(EDIFACTText().write(Self.segments).utf8))
        #expect(clean.count == 2 && clean[0].contains("Köln+Eifel?tor's: yard"), "\(clean)")
        for writing in Self.writings {
            #expect(try said(Array(writing.write(Self.segments).utf8)) == clean, "\(writing)")
        }
    }

    @Test func aUNAWithTheUsualCharactersMayStandOrNot() throws {
        let plain = EDIFACTText().write(Self.segments)
        #expect(try said(Array(("UNA:+.? '" + plain).utf8)) == said(Array(plain.utf8)))
        #expect(try said([0xEF, 0xBB, 0xBF] + Array(plain.utf8)) == said(Array(plain.utf8)))
        #expect(try said(Array("\r\n \(plain)\r\n\u{1A}".utf8)) == said(Array(plain.utf8)))
    }

    @Test func separatorsThatAreNoCharactersAreKnownByTheHeader() throws {
        let segments = Text.interchange(of: [Text.message(body: Text.status())], level: "UNOB|2")
        let levelB = EDIFACTText(component: "\u{1F}", element: "\u{1D}", release: nil, terminator: "\u{1C}")
        #expect(try said(Array(levelB.write(segments).utf8)) == said(Array(EDIFACTText().write(segments).utf8)))
    }

    @Test func severalInterchangesEachWithTheirOwnSeparatorsAreOneFile() throws {
        let one = Text.interchange(of: [Text.message(body: Text.status())])
        let other = Text.interchange(of: [Text.message(body: Text.status("21", box: "TCLU1234568"))])
        let text =
            EDIFACTText(component: "|", element: "^", release: "\\", terminator: "~", hasAdvice: true).write(one)
            + "\n" + EDIFACTText().write(other)
        let reading = try Reading.of(text, builtIn("iftsta"))
        #expect(reading.events.map(\.subject.code) == ["MRKU9465770", "TCLU1234568"])
    }

    @Test func messagesMayComeBareAndInFunctionalGroups() throws {
        let messages = Text.message("1", body: Text.status()) + Text.message("2", body: Text.status("21"))
        #expect(try said(Array(EDIFACTText(lineEnd: "\n").write(messages).utf8)).count == 2)
        let grouped =
            [["UNB", "UNOA|2", "S", "R", "261121|0800", "X1"], ["UNG", "IFTSTA", "S", "R", "261121|0800", "G1"]]
            + messages + [["UNE", "2", "G1"], ["UNZ", "1", "X1"]]
        #expect(try said(Array(EDIFACTText().write(grouped).utf8)).count == 2)
    }

    @Test(arguments: [
        ("UNOC|3", String.Encoding.isoLatin1, "Köln"), ("UNOA|1", .isoLatin1, "Köln"), ("UNOD|3", .isoLatin2, "Łódź"),
        ("UNOY|3", .utf8, "乌鲁木齐"), ("UNOC|3", .utf8, "Łódź"), ("UNOE|3", .utf8, "Достык"),
    ])
    func theHeaderSaysWhichLettersTheseAre(level: String, encoding: String.Encoding, name: String) throws {
        let segments = Text.interchange(
            of: [Text.message(body: Text.status(place: ["LOC", "175", "|||\(name)", "DE|162"]))], level: level)
        let body = try #require(EDIFACTText().write(segments).data(using: encoding))
        let event = try #require(try Reading.of([UInt8](body), builtIn("iftsta")).events.first)
        #expect(event.place?.text.contains(name) == true || event.place?.text.contains(":") == false, "\(event)")
    }

    @Test func cyrillicOfTheOldKindIsRead() throws {
        // ISO 8859-5 of Озинки, which is a place of ours.
        let name: [UInt8] = [0xBE, 0xD7, 0xD8, 0xDD, 0xDA, 0xD8]
        let segments = Text.interchange(
            of: [Text.message(body: Text.status(place: ["LOC", "175", "|||@@", "RU|162"]))], level: "UNOE|3")
        let halves = EDIFACTText().write(segments).split(separator: "@@").map { Array($0.utf8) }
        let reading = try Reading.of(halves[0] + name + halves[1], builtIn("iftsta"))
        #expect(reading.events.first?.place?.text == "OZN", "\(reading.events)")
    }

    @Test func aSetThatIsNotKnownIsAnErrorOnlyWhereItMatters() throws {
        let segments = Text.interchange(
            of: [Text.message(body: Text.status(place: ["LOC", "175", "|||K@ln", "DE|162"]))], level: "KECA|3")
        let text = EDIFACTText().write(segments)
        #expect(Reading.failure(Array(text.utf8), try builtIn("iftsta")) == nil)
        let other = Array(text.utf8).map { $0 == UInt8(ascii: "@") ? 0xF6 : $0 }
        #expect(Reading.failure(other, try builtIn("iftsta")) == .wrongEncoding)
    }

    @Test func aMessageWithoutAnInterchangeSaysWhenItsLettersAreAGuess() throws {
        let text = EDIFACTText().write(Text.message(body: Text.status(place: ["LOC", "175", "|||K@ln", "DE|162"])))
        let body = Array(text.utf8).map { $0 == UInt8(ascii: "@") ? 0xF6 : $0 }
        let reading = try Reading.of(body, builtIn("iftsta"))
        #expect(reading.events.first?.place?.text == "name:Köln")
        #expect(reading.summary.notes.map(\.problem.kind) == ["no-charset"])
    }

    @Test func thousandsOfMessagesAreReadOneAfterTheOther() throws {
        let messages = (1...3000).map { Text.message("\($0)", body: Text.status()) }
        let reading = try Reading.of(EDIFACTText().write(Text.interchange(of: messages)), builtIn("iftsta"))
        #expect(reading.items.count == 3000 && reading.rejections.isEmpty)
        #expect(reading.items.last?.position == "line 1 message 3000 CNI[0].STS[0]")
    }
}
