import Messages
import Testing
import Tracking

/// What is damaged says so, and takes nothing else with it.
struct EDIFACTStrictnessTests {
    private typealias Text = EDIFACTText

    private func good(_ reference: String) -> [[String]] { Text.message(reference, body: Text.status()) }

    private func reading(_ segments: [[String]]) throws -> Reading {
        try Reading.of(EDIFACTText(lineEnd: "\n").write(segments), builtIn("iftsta"))
    }

    @Test(arguments: ["corridor.edi", "parcels.edi", "energy.edi"])
    func anInterchangeCutAnywhereIsRefusedAsAWhole(fixture: String) throws {
        let body = try Fixtures.bytes("iftsta/\(fixture)")
        let reader = try MessageReader(profile: builtIn("iftsta"), places: .corridor)
        let end = (body.lastIndex { $0 > 0x20 } ?? 0) + 1
        for length in 0...end {
            var taken = 0
            var kind: ReadFailure.Kind?
            do {
                _ = try reader.read(Array(body[..<length]), receivedAt: Reading.receivedAt, chunk: 1) {
                    taken += $0.items.count
                }
            } catch let failure as ReadFailure {
                kind = failure.kind
            }
            // Of two letters nobody can say that they are an interchange.
            let expected: [ReadFailure.Kind?] =
                length == 0 ? [.empty] : length < 3 ? [.malformed] : length < end ? [.truncated] : [nil]
            #expect(expected.contains(kind) && (length == end) == (taken > 0), "\(length): \(kind as Any), \(taken)")
        }
    }

    @Test(arguments: [
        ("UNT", "12", "segment-count"), ("UNT", "", "segment-count"), ("UNT", "x", "segment-count"),
        ("reference", "9", "other-reference"),
    ])
    func aTrailerThatLiesCostsItsMessageAndNoOther(what: String, value: String, kind: String) throws {
        var bad = good("2")
        if what == "UNT" { bad[bad.count - 1][1] = value } else { bad[bad.count - 1][2] = value }
        let reading = try reading(Text.interchange(of: [good("1"), bad, good("3")]))
        #expect(reading.items.map(\.events.count) == [1, 0, 1])
        #expect(reading.rejections.map(\.kind) == [kind])
        #expect(reading.rejections.first?.reason.contains("message 2") == true)
    }

    @Test func aLostOrForeignSegmentIsSeenByTheCount() throws {
        for index in 1..<good("2").count - 1 {
            var bad = good("2")
            bad.remove(at: index)
            let reading = try reading(Text.interchange(of: [good("1"), bad]))
            #expect(reading.items.map(\.events.count) == [1, 0], "without segment \(index)")
        }
    }

    @Test(arguments: [("6", "X1", "message-count"), ("2", "X2", "other-reference")])
    func anInterchangeThatCountsOtherwiseIsTakenAndSaysSo(count: String, reference: String, kind: String) throws {
        var segments = Text.interchange(of: [good("1"), good("2")])
        segments[segments.count - 1] = ["UNZ", count, reference]
        let reading = try reading(segments)
        #expect(reading.events.count == 2)
        #expect(reading.summary.notes.map(\.problem.kind) == [kind])
        #expect(reading.summary.notes.first?.problem.severity == .rejection)
    }

    @Test(arguments: [
        [["UNB", "UNOC|3", "S", "R", "261121|0800", "X1"], ["UNH", "1", "IFTSTA|D|00B|UN"], ["UNZ", "1", "X1"]],
        [["UNB", "UNOC|3", "S", "R", "261121|0800", "X1"], ["UNB", "UNOC|3", "S", "R", "261121|0800", "X2"]],
        [["UNH", "1", "IFTSTA|D|00B|UN"], ["BGM", "23"], ["UNH", "2", "IFTSTA|D|00B|UN"]],
        [["UNH", "1", "IFTSTA|D|00B|UN"], ["UNT", "2", "1"], ["UNT", "2", "1"]],
        [["UNB", "UNOC|3", "S", "R", "261121|0800", "X1"], ["UNG", "IFTSTA"], ["UNZ", "1", "X1"]],
        [["UNB", "UNOC|3", "S", "R", "261121|0800", "X1"], ["UNE", "0", "X1"], ["UNZ", "0", "X1"]],
    ])
    func whatDoesNotEndAsItBeganIsRefusedAsAWhole(segments: [[String]]) throws {
        let body = Array(EDIFACTText().write(segments).utf8)
        #expect(Reading.failure(body, try builtIn("iftsta")) == .truncated)
    }

    @Test func anEmptyInterchangeIsNothingAndNoMistake() throws {
        #expect(try reading(Text.interchange(of: [])).items.isEmpty)
    }

    @Test(arguments: ["UNA::.? '", "UNAA+.? '", "UNA:+.? +", "UNA     '"])
    func separatorsThatSeparateNothingAreRefused(advice: String) throws {
        let text = advice + EDIFACTText().write(Text.interchange(of: [good("1")]))
        #expect(Reading.failure(Array(text.utf8), try builtIn("iftsta")) == .malformed)
    }

    @Test func textOutsideMessagesIsRefused() throws {
        let profile = try builtIn("iftsta")
        let text = EDIFACTText().write(Text.interchange(of: [good("1")]))
        #expect(Reading.failure(Array("From: a@b\r\n\r\n\(text)".utf8), profile) == .malformed)
        #expect(Reading.failure(Array("\(text)BGM+23'".utf8), profile) == .malformed)
        #expect(Reading.failure(Array("\(text)thank you".utf8), profile) == .truncated)
        #expect(Reading.failure(Array(text.utf8) + [0], profile) == .malformed)
    }

    @Test func aSeparatorThatNobodyReleasedCostsItsMessage() throws {
        let text = EDIFACTText(lineEnd: "\n").write(Text.interchange(of: [good("1"), good("2")]))
        let broken = try Reading.of(
            text.replacing("Rail departed", with: "O'brien departed", maxReplacements: 1), builtIn("iftsta"))
        #expect(broken.items.map(\.events.count) == [0, 1])
        #expect(broken.rejections.map(\.kind) == ["bad-segment"])
    }

    @Test func aStatusOutsideItsGroupIsNotLostSilently() throws {
        let body = [["STS", "1", "21"], ["DTM", "334|202611201456|203"], ["EQD", "CN", "MRKU9465770"]]
        let reading = try reading(Text.interchange(of: [Text.message("1", body: body), good("2")]))
        #expect(reading.rejections.map(\.kind) == ["misplaced-segment"] && reading.events.count == 1)
    }

    @Test func aRepeatedElementOfTheNewSyntaxIsRefusedAndAStarOfTheOldIsText() throws {
        let starred = [Text.message("1", body: Text.status("P||HS|Rail departed*now"))]
        #expect(try reading(Text.interchange(of: starred)).events.first?.text == "Rail departed*now")
        let repeated = try reading(Text.interchange(of: starred, level: "UNOC|4"))
        #expect(repeated.rejections.map(\.kind) == ["repeated-element"])
    }

    @Test func messagesOfOtherTypesAreSaidAndLeft() throws {
        let control = Text.message("1", version: "CONTRL|D|3|UN", body: [["UCI", "X1"]])
        let reading = try reading(Text.interchange(of: [control, good("2")]))
        #expect(reading.items.count == 2 && reading.rejections.map(\.kind) == ["other-message"])
        let alone = Array(EDIFACTText().write(Text.interchange(of: [control])).utf8)
        #expect(Reading.failure(alone, try builtIn("iftsta")) == .shapeChanged)
        #expect(try ProfileLibrary().recognise(body: alone, fileName: nil) == nil)
        #expect(try ProfileLibrary().refusal(of: alone)?.reason.contains("CONTRL") == true)
    }

    @Test func aSegmentWithoutAnEndIsRefusedBeforeItFillsTheMemory() throws {
        let endless = "UNH+1+IFTSTA:D:00B:UN'FTX+AAI+++" + String(repeating: "A", count: 200_000) + "'"
        #expect(Reading.failure(Array(endless.utf8), try builtIn("iftsta")) == .tooLarge)
    }

    @Test func anItemThatOutgrowsItsLimitIsRefusedAlone() throws {
        let long = (0..<400).map { _ in ["FTX", "AAI", "", "", String(repeating: "B", count: 4000)] }
        let messages = [Text.message("1", body: Text.status(more: long)), good("2")]
        let profile = try Profile(
            yaml: """
                name: own
                title: Own
                reads: edifact
                recognise: { roots: [IFTSTA] }
                groups: [BGM, CNI: [STS: [DTM, LOC, FTX, EQD]]]
                each: $.CNI[*].STS[*]
                facts: "SELECT 'container' AS kind, :item ->> '$.EQD[0][1][0]' AS code, 'v' AS name, 'w' AS value"
                """, file: "own")
        let reading = try Reading.of(EDIFACTText().write(Text.interchange(of: messages)), profile)
        #expect(reading.rejections.map(\.kind) == ["too-large"] && reading.facts.count == 1)
    }

    @Test(arguments: [
        ("groups: [BGM]\neach: $.CNI[*].STS[*]", "each"), ("each: $.CNI[*]", "groups"),
        ("groups: [CNI: x]\neach: $", "groups"), ("groups: [BGM]\neach: $\nredact: [NAD.x]", "redact"),
    ])
    func aProfileThatCannotBeRightSaysWhere(rules: String, key: String) throws {
        let yaml = "name: own\ntitle: Own\nreads: edifact\n\(rules)\nfacts: \"SELECT 'a' AS kind, 'b' AS code\"\n"
        do {
            _ = try Profile(yaml: yaml, file: "own")
            Issue.record("the profile was taken")
        } catch {
            #expect(error.mistakes.contains { $0.key == key }, "\(error.mistakes)")
        }
    }
}
