import Foundation
import Testing

@testable import Messages

/// JSON inside a string of JSON: the same strictness and limits as outside.
struct UnwrappingTests {
    private func unwrap(_ text: String, _ paths: String..., limits: DecodingLimits = DecodingLimits()) throws -> String
    {
        let document = try JSONUnwrapping.apply(
            paths.compactMap(JSONPath.init), to: JSONDocument(Array(text.utf8), limits: limits), limits: limits)
        return String(decoding: document.bytes, as: UTF8.self)
    }

    private func refusal(_ text: String, limits: DecodingLimits = DecodingLimits()) -> ReadFailure? {
        do {
            _ = try unwrap(text, "$.in", limits: limits)
            return nil
        } catch {
            return error as? ReadFailure
        }
    }

    @Test(arguments: [
        (#"{"in": "{\"a\": [1, \"\\u4e2d\\n\"]}", "b": 2}"#, #"{"in": {"a": [1, "\u4e2d\n"]}, "b": 2}"#),
        (#"{"in": " [ ] "}"#, #"{"in":  [ ] }"#), (#"{"in": {"a": 1}}"#, #"{"in": {"a": 1}}"#),
        (#"{"in": ""}"#, #"{"in": ""}"#), (#"{"in": null}"#, #"{"in": null}"#), ("{}", "{}"),
    ])
    func theTextInsideTakesThePlaceOfTheString(text: String, plain: String) throws {
        let once = try unwrap(text, "$.in")
        #expect(once == plain)
        // What was unwrapped before stays as it is, so that what is kept can be read again.
        #expect(try unwrap(once, "$.in") == once)
    }

    @Test func severalStringsAreUnwrappedAndOneInsideAnotherIsNot() throws {
        #expect(try unwrap(#"{"l": ["{}", "[1]"]}"#, "$.l[*]") == #"{"l": [{}, [1]]}"#)
        #expect(try unwrap(#"{"in": "{\"in\": \"{}\"}"}"#, "$.in") == #"{"in": {"in": "{}"}}"#)
    }

    @Test(arguments: [
        (#"{"in": "oops"}"#, ReadFailure.Kind.shapeChanged), (#"{"in": "12"}"#, .shapeChanged),
        (#"{"in": "<html>"}"#, .shapeChanged), (#"{"in": "{\"a\": 1, \"a\": 2}"}"#, .malformed),
        (#"{"in": "{\"a\": \"\\u0000\"}"}"#, .malformed), (#"{"in": "{} {}"}"#, .malformed),
    ])
    func whatIsWrongInsideIsRefusedWithItsPath(text: String, kind: ReadFailure.Kind) throws {
        let failure = try #require(refusal(text))
        #expect(failure.kind == kind && failure.position?.hasPrefix("$.in") == true)
    }

    @Test func aTextThatIsCutInsideIsRefused() throws {
        let failure = try #require(refusal(#"{"in": "{\"a\": [1, 2"}"#))
        #expect([.truncated, .malformed].contains(failure.kind))
    }

    @Test func theDepthInsideCountsWithThatOutside() throws {
        let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        let around = String(repeating: #"{"x": "#, count: 10)
        #expect(refusal("{\"in\": \"\(deep)\"}") == nil)
        let text = around + "\"\(deep)\"" + String(repeating: "}", count: 10)
        let path = "$" + String(repeating: ".x", count: 10)
        #expect(throws: ReadFailure.self) { try unwrap(text, path) }
        let endless = String(repeating: "[", count: 100_000)
        #expect(refusal("{\"in\": \"\(endless)\"}")?.kind == .malformed)
    }
}
