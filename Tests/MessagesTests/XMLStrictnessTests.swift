import Messages
import Testing
import Tracking

/// What is no XML, or more than a message may be, is refused as a whole, with its line.
struct XMLStrictnessTests {
    private func profile() throws -> Profile {
        try Profile(
            yaml: """
                name: rows
                title: Rows
                reads: xml
                each: $.Row[*]
                facts: "SELECT 'parcel' AS kind, 'P' AS code, 'v' AS name, :item AS value"
                """, file: "rows")
    }

    @Test(arguments: [
        ("<Doc><Row></Doc>", ReadFailure.Kind.malformed), ("<Doc></Doc></Doc>", .malformed),
        ("<Doc/><Doc/>", .malformed), ("x<Doc/>", .malformed), ("<Doc/>x", .malformed), ("<Doc/>&amp;", .malformed),
        ("<Doc a='1' a='2'/>", .malformed), ("<Doc a=1/>", .malformed), ("<Doc a/>", .malformed),
        ("<Doc a='1'b='2'/>", .malformed), ("<Doc a='<'/>", .malformed), ("<Doc>&nbsp;</Doc>", .malformed),
        ("<Doc>& </Doc>", .malformed), ("<Doc>&#0;</Doc>", .malformed), ("<Doc>&#xD800;</Doc>", .malformed),
        ("<Doc>&#x110000;</Doc>", .malformed), ("<Doc>&#+65;</Doc>", .malformed), ("<Doc>]]></Doc>", .malformed),
        ("<Doc><!-- -- --></Doc>", .malformed), ("<Doc>\u{01}</Doc>", .malformed), ("<Doc>\u{FFFE}</Doc>", .malformed),
        ("<Doc>\0</Doc>", .malformed), ("< Doc/>", .malformed), ("<1/>", .malformed), ("<a:b:c/>", .malformed),
        ("<:a/>", .malformed), ("<Doc/ >", .malformed), ("<Doc></ Doc>", .malformed), ("<Doc></Doc a='1'>", .malformed),
        (" <?xml version='1.0'?><Doc/>", .malformed), ("<Doc><?xml version='1.0'?></Doc>", .malformed),
        ("<![CDATA[x]]><Doc/>", .malformed), ("<!-- only -->", .truncated), ("<Doc>", .truncated), ("<Doc", .truncated),
        ("<Doc a='", .truncated), ("<Doc><!--", .truncated), ("<Doc><![CDATA[", .truncated), ("<?xml", .truncated),
        ("<!DOCTYPE Doc><Doc/>", .unsupported), ("<Doc><!ENTITY a 'b'></Doc>", .unsupported), ("", .empty),
        (" \n", .empty),
    ])
    func refusesWhatIsNoDocument(text: String, kind: ReadFailure.Kind) throws {
        #expect(Reading.failure(Array(text.utf8), try profile()) == kind)
    }

    @Test func anEntityBombIsNotLit() throws {
        var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY a0 \"ha\">\n"
        for level in 1..<30 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">\n" }
        bomb += "]>\n<Doc><Row>&a29;</Row></Doc>"
        let profile = try profile()
        #expect {
            _ = try Reading.of(bomb, profile)
        } throws: { error in
            guard let failure = error as? ReadFailure else { return false }
            return failure.kind == .unsupported && failure.position == "line 2" && failure.reason.contains("DOCTYPE")
        }
    }

    @Test(arguments: [65, 100_000]) func deepNestingIsRefused(depth: Int) throws {
        let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        #expect(Reading.failure(Array(text.utf8), try profile()) == .tooLarge)
        // The same never closed, and with a hundred thousand attributes.
        #expect(Reading.failure(Array(String(repeating: "<a>", count: 100_000).utf8), try profile()) == .tooLarge)
    }

    @Test func manyAttributesTakeNoLongerThanTheirLength() throws {
        let attributes = (0..<50_000).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(Reading.failure(Array("<Doc><Row \(attributes) a7='2'/></Doc>".utf8), try profile()) == .malformed)
    }

    @Test func limitsOfSizeAndNumberHold() throws {
        var limits = DecodingLimits()
        limits.itemBytes = 100
        limits.items = 3
        let row = "<Row>1</Row>"
        for (text, isTaken) in [
            ("<Doc>\(String(repeating: row, count: 3))</Doc>", true),
            ("<Doc>\(String(repeating: row, count: 4))</Doc>", false),
            ("<Doc><Row>\(String(repeating: "x", count: 120))</Row></Doc>", false),
            ("<Doc><x>\(String(repeating: "x", count: 120))</x>\(row)</Doc>", false),
        ] {
            let reader = try MessageReader(profile: try profile(), places: .corridor, limits: limits)
            var failure: ReadFailure?
            do {
                _ = try reader.read(Array(text.utf8), receivedAt: Reading.receivedAt) { _ in }
            } catch let error as ReadFailure {
                failure = error
            }
            #expect((failure == nil) == isTaken)
            #expect(isTaken || failure?.kind == .tooLarge)
        }
    }

    @Test func aDocumentCutAnywhereIsNeverTaken() throws {
        let text = "<?xml version=\"1.0\"?><!-- c --><Doc a='1'><Row>乌&lt;<![CDATA[x]]></Row><Row/></Doc>"
        let profile = try profile()
        for end in 0..<text.utf8.count {
            let kind = Reading.failure(Array(text.utf8.prefix(end)), profile)
            #expect(kind == .truncated || (end == 0 && kind == .empty), "cut at \(end): \(String(describing: kind))")
        }
        #expect(Reading.failure(Array(text.utf8), profile) == nil)
    }

    /// Bytes that were changed at random are read or refused; nothing hangs and nothing traps.
    @Test(arguments: 0..<40) func damageIsSurvived(seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed))
        let profile = try profile()
        let row = "<Row k=\"v\">乌&#65;<!-- c --><b><![CDATA[x]]></b></Row>"
        let text = Array("<?xml version=\"1.0\"?><Doc a='1'>\(row)</Doc>".utf8)
        for _ in 0..<50 {
            var body = text
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                _ = try Reading.of(body, profile)
            } catch {
                #expect(error is ReadFailure, "\(error)")
            }
        }
    }

    @Test func tellsTheLineWhateverEndsIt() throws {
        for end in ["\n", "\r\n", "\r"] {
            #expect {
                _ = try Reading.of("<Doc>\(end)\(end)<Row>\(end)</Doc>", try profile())
            } throws: { ($0 as? ReadFailure)?.position == "line 4" }
        }
    }
}
