import Messages
import Testing
import Tracking

/// JSON is read strictly, because leniency turns damage into events.
struct JSONStrictnessTests {
    private static let whole = #"""
        name: whole
        title: The document is the only item
        reads: json
        each: $
        facts: "SELECT 'parcel' AS kind, 'P1' AS code, 'v' AS name, :item ->> '$.v' AS value"
        """#

    private func profile() throws -> Profile { try Profile(yaml: Self.whole, file: "whole") }

    private func deep(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test(arguments: [
        "{}", "[]", "null", "-0", "1.5e-7", #"{"a":{"a":1}}"#, #""\u00e9 \ud83d\ude00 \/""#, "\u{FEFF}{}",
        " \n[1 , 2]\t",
        #"{"a":1,"A":2}"#,
    ])
    func takesWhatTheStandardAllows(text: String) throws {
        #expect(Reading.failure(Array(text.utf8), try profile()) == nil)
    }

    @Test(arguments: [
        "{,}", "[1,]", "{\"a\" 1}", "{a:1}", "{'a':1}", "01", "1.", ".5", "+1", "1e", "tru", "nulll", "[1] 2", "{}{}",
        "NaN",
        "\"\u{1}\"", #""\x""#, #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, #""\u0000""#, #""\u00g0""#, "\"a\nb\"",
        "[1 2]",
        #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "{\"a\":1}\u{0}", "/* */ {}",
    ])
    func refusesWhatItForbidsAndKeysThatStandTwice(text: String) throws {
        #expect(Reading.failure(Array(text.utf8), try profile()).map { [.malformed, .truncated].contains($0) } == true)
    }

    @Test func refusesAKeyThatStandsTwiceAmongMany() throws {
        let keys = (0..<100).map { #""k\#($0)":1"# } + [#""k3":2"#]
        #expect(Reading.failure(Array("{\(keys.joined(separator: ","))}".utf8), try profile()) == .malformed)
        let distinct = keys.dropLast().joined(separator: ",")
        #expect(Reading.failure(Array("{\(distinct)}".utf8), try profile()) == nil)
    }

    @Test func countsLevels() throws {
        #expect(Reading.failure(Array(deep(65).utf8), try profile()) == nil)
        #expect(Reading.failure(Array(deep(66).utf8), try profile()) == .malformed)
        #expect(Reading.failure(Array(deep(100_000).utf8), try profile()) == .malformed)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x7B], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0x80, 0x22],
    ])
    func refusesWhatIsNotUTF8(bytes: [UInt8]) throws {
        #expect(Reading.failure(bytes, try profile()) == .wrongEncoding)
    }

    @Test(arguments: ["", "  \n", "\u{FEFF}"])
    func callsNothingEmpty(text: String) throws {
        #expect(Reading.failure(Array(text.utf8), try profile()) == .empty)
    }

    @Test(arguments: [
        "12.50", "100000000000000000001", "1e3", "-0", "0.10", "123456789012345678", "-7", "1E+400",
        "98765432109876543210.5",
    ])
    func keepsTheLiteralTextOfNumbers(number: String) throws {
        let reading = try Reading.of(#"{"v": \#(number)}"#, try profile())
        #expect(reading.facts.map(\.value) == [number])
    }

    @Test func saysWhereTheDamageIs() throws {
        #expect {
            _ = try Reading.of(#"{"a": 1, "a": 2}"#, try profile())
        } throws: { error in
            (error as? ReadFailure)?.position == "byte 9"
        }
    }

    @Test func neitherCrashesNorTakesADamagedDocument() throws {
        var generator = SeededGenerator(state: 7)
        let body = try Fixtures.bytes("dcsa/rail-v3.json")
        let profile = try builtIn("dcsa")
        for _ in 0..<400 {
            var damaged = body
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            guard let reading = try? Reading.of(damaged, profile) else { continue }
            #expect(reading.items.count == reading.summary.items)
            #expect(reading.items.allSatisfy { $0.saysSomething || !$0.problems.isEmpty })
        }
    }
}
