import Messages
import Testing
import Tracking

/// What is outside the repeating element, which element repeats, and what must not be kept.
struct DocumentShapeTests {
    private func profile(_ more: String = "", each: String = #"["$.data.rows[*]", "$[*]"]"#) throws -> Profile {
        try Profile(
            yaml: """
                name: rows
                title: Rows
                reads: json
                each: \(each)
                \(more)
                facts: "SELECT 'parcel' AS kind, :item ->> 'p' AS code, 'v' AS name,
                  coalesce(:item ->> 'v', :head ->> '$.date', 'none') AS value, :head ->> '$.x' AS unit"
                """, file: "rows")
    }

    @Test func givesItemsWithTheirPathsAndTheRestAsHead() throws {
        let reading = try Reading.of(
            #"{"date": "D", "data": {"rows": [{"p": "P1", "v": "["}, {"p": "P2"}]}, "x": 1.50}"#, try profile())
        #expect(reading.items.map(\.position) == ["$.data.rows[0]", "$.data.rows[1]"])
        #expect(reading.facts.map(\.value) == ["[", "D"])
        #expect(reading.facts.map(\.unit) == ["1.50", "1.50"])
        #expect(reading.summary.items == 2)
    }

    @Test func takesTheFirstPathThatExists() throws {
        let reading = try Reading.of(#"[{"p": "P1"}]"#, try profile())
        #expect(reading.items.map(\.position) == ["$[0]"])
        #expect(reading.facts.map(\.value) == ["none"])
    }

    @Test(arguments: ["[]", #"{"data": {"rows": []}}"#])
    func takesAnEmptyArrayForNothing(text: String) throws {
        let reading = try Reading.of(text, try profile())
        #expect(reading.summary.items == 0)
        #expect(reading.items.isEmpty)
    }

    @Test(arguments: ["{}", #"{"data": {}}"#, #"{"data": {"rows": {}}}"#, #"{"error": "x"}"#, "7"])
    func callsAMissingArrayAChangedShape(text: String) throws {
        #expect(Reading.failure(Array(text.utf8), try profile()) == .shapeChanged)
    }

    @Test func callsAMissingRequiredPathAChangedShape() throws {
        let strict = try profile(#"shape: { required: ["$.version"] }"#)
        #expect(Reading.failure(Array(#"{"data": {"rows": []}}"#.utf8), strict) == .shapeChanged)
        #expect(Reading.failure(Array(#"{"version": null, "data": {"rows": []}}"#.utf8), strict) == nil)
    }

    @Test func overwritesPersonalDataBeforeAnythingIsGiven() throws {
        let redacting = try profile(#"redact: ["$.data.rows[*].v", "$.date", "$.sender"]"#)
        let body =
            #"{"date": "secret1", "sender": {"name": "secret2"}, "data": {"rows": [{"p": "P1", "v": "secret3"}]}}"#
        let reading = try Reading.of(body, redacting)
        let archive = String(decoding: reading.summary.archive, as: UTF8.self)
        #expect(!archive.contains("secret"))
        #expect(reading.facts.map(\.value) == ["(redacted)"])
        let again = try Reading.of(reading.summary.archive, redacting)
        #expect(again.summary.archive == reading.summary.archive)
        #expect(again.facts == reading.facts)
    }

    @Test func keepsTheBytesThatCameWhereNothingIsRedacted() throws {
        let body = "{ \"data\" : {\"rows\":[ {\"p\":\"P1\", \"v\":1.0} ]}}\n"
        #expect(try Reading.of(body, try profile()).summary.archive == Array(body.utf8))
    }

    @Test func refusesWhatIsTooLarge() throws {
        var limits = DecodingLimits()
        limits.itemBytes = 40
        let reader = try MessageReader(profile: try profile(), places: .corridor, limits: limits)
        let body = Array(#"[{"p": "P1"}, {"p": "\#(String(repeating: "x", count: 60))"}]"#.utf8)
        #expect {
            _ = try reader.read(body, receivedAt: Reading.receivedAt, chunk: 10) { _ in }
        } throws: { ($0 as? ReadFailure)?.kind == .tooLarge }
    }

    @Test(arguments: [1, 2, 3, 100])
    func handsItemsOverInChunks(chunk: Int) throws {
        let reader = try MessageReader(profile: try profile(), places: .corridor)
        let body = Array("[\((0..<7).map { #"{"p": "P\#($0)"}"# }.joined(separator: ","))]".utf8)
        var sizes: [Int] = []
        _ = try reader.read(body, receivedAt: Reading.receivedAt, chunk: chunk) { sizes.append($0.items.count) }
        #expect(sizes.reduce(0, +) == 7)
        #expect(sizes.dropLast().allSatisfy { $0 == chunk })
    }
}
