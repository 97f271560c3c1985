import Messages
import Testing
import Tracking

/// Values of an item that a profile names once, and its SELECTs use by name.
struct JSONFieldsTests {
    private func facts(_ item: String, _ fields: String, _ select: String) throws -> [String] {
        let profile = try Profile(
            yaml: """
                name: p
                title: P
                reads: json
                each: "$[*]"
                fields: \(fields)
                facts: |
                  SELECT 'parcel' AS kind, 'P1' AS code, 'v' AS name, v.value AS value FROM (\(select)) AS v
                """, file: "p")
        return try Reading.of("[\(item)]", profile).facts.map(\.value)
    }

    @Test(arguments: [
        (#"{"a": "x"}"#, ["x"]), (#"{"a": 12.50}"#, ["12.50"]),
        (#"{"a": 123456789012345678901}"#, ["123456789012345678901"]),
        (#"{"a": true}"#, ["true"]), (#"{"a": {"b": [1, "]"]}}"#, [#"{"b": [1, "]"]}"#]), (#"{"a": ""}"#, []),
        (#"{"a": null}"#, []), ("{}", []), ("[]", []), ("7", []), (#""a""#, []),
        (#"{"a": "q\"u\\o\u0041\n"}"#, ["q\"u\\oA\n"]), (#"{"\u0061": "x"}"#, ["x"]),
        (#"{"b": {"a": "no"}, "a" : "x" }"#, ["x"]),
        (#"{"s": "}\"{,", "a": "中文"}"#, ["中文"]),
    ])
    func aFieldIsTheValueAtItsPath(item: String, values: [String]) throws {
        #expect(try facts(item, "{ a: $.a }", "SELECT :a AS value WHERE :a IS NOT NULL") == values)
    }

    /// For every scalar the field gives what SQLite's own functions give.
    @Test func aFieldSaysWhatTheJSONFunctionsSay() throws {
        var generator = SeededGenerator(state: 7)
        let texts = [#""x""#, "12", "-7", #""a\"b""#, #""é\n""#, #""1.50""#, #""\u4e2d\ud83d\ude00""#]
        for _ in 0..<200 {
            let keys = ["a", "b", "c", "d"].shuffled(using: &generator)
            let inner = keys.map { "\"\($0)\": \(texts.randomElement(using: &generator) ?? "1")" }.joined(
                separator: " , ")
            let item = #"{"z": [1, {"a": "no"}], "o": {\#(inner)}, "a": "out"}"#
            let both = "SELECT :a || '|' || (:a = CAST(:item ->> '$.o.a' AS TEXT)) AS value"
            let found = try facts(item, "{ a: $.o.a }", both)
            #expect(found.count == 1 && found[0].hasSuffix("|1"), "\(item): \(found)")
        }
    }

    @Test(arguments: [
        (#"{"b": "second", "a": "first"}"#, "first"), (#"{"a": "first", "b": "second"}"#, "first"),
        (#"{"a": "", "b": "second"}"#, "second"), (#"{"a": null, "b": "second"}"#, "second"),
    ])
    func theFirstPathWithAValueWins(item: String, value: String) throws {
        #expect(try facts(item, "{ v: [$.a, $.b] }", "SELECT :v AS value") == [value])
    }

    @Test func theFormOfAValueMayMatter() throws {
        let fields = "{ t: { text: $.a }, j: { json: $.a } }"
        let select = "SELECT coalesce(:t, '-') || '|' || coalesce(:j, '-') AS value"
        #expect(try facts(#"{"a": "x"}"#, fields, select) == ["x|-"])
        #expect(try facts(#"{"a": 5}"#, fields, select) == ["-|-"])
        #expect(try facts(#"{"a": [5]}"#, fields, select) == ["-|[5]"])
    }

    @Test func aSelectIsRunOnlyWhereItsFieldsAreThere() throws {
        let yaml = """
            name: p
            title: P
            reads: json
            each: "$[*]"
            fields: { a: $.a, b: $.b }
            facts:
              - { needs: [a, b], select: "SELECT 'parcel' AS kind, 'P1' AS code, 'v' AS name, 'x' AS value" }
            """
        let reading = try Reading.of(#"[{"a": 1}, {"a": 1, "b": 2}]"#, try Profile(yaml: yaml, file: "p"))
        #expect(reading.items.map(\.facts.count) == [0, 1])
    }

    @Test(arguments: [
        "{ item: $.a }", "{ a: $.b[0] }", "{ a: b }", "{ a-b: $.a }", "{ a: { text: $.a, color: red } }", "{ a: [] }",
    ])
    func aFieldThatCannotBeIsAMistakeOfTheProfile(fields: String) throws {
        #expect(throws: ProfileMistakes.self) { try facts("{}", fields, "SELECT 1 AS value") }
    }
}
