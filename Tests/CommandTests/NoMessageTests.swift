import Foundation
import Terminal
import Testing

/// What is no message is refused with what it is, and the next step.
struct NoMessageTests {
    @Test(arguments: [
        (#"{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}"#, "this is a JSON schema"),
        (#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {}}"#, "this is a JSON schema"),
        (
            #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>"#,
            "this is an XML schema (XSD)"
        ),
        (
            "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform' version='1.0'/>",
            "this is an XSL stylesheet"
        ),
        (
            #"{"statusCode": 400, "statusCodeText": "Bad Request", "errors": [{"message": "no number"}]}"#,
            "a question failed (400, Bad Request, no number)"
        ),
        (#"{"error": "invalid_client", "status": 401}"#, "a question failed (401)"),
        (#"{"error": null, "errors": [], "status": "ok", "rows": []}"#, "it is JSON with error, errors, status, rows"),
        (#"{"valid": ["a"], "invalid": [], "weights": [8]}"#, "it is JSON with valid, invalid, weights"),
        (#"[{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}]"#, "it is a JSON list of objects with a, b, c, d, e, …"),
        ("[]\n", "it is an empty JSON list"), ("<Invoice/>", "it is XML, and its outermost element is Invoice"),
        ("# Notes\n\nfor people\n", "it is text without a table"),
    ])
    func whatIsNoMessageIsNamed(text: String, reason: String) throws {
        let counter = try Counter()
        let ending = try counter.run(["import", try counter.file("thing", text)])
        #expect(ending.status == .unusableData && ending.error.contains(reason), "\(ending.errors)")
        #expect(ending.remedy.count > 20)
        #expect(!FileManager.default.fileExists(atPath: counter.database))
    }

    /// Nothing of a file that carries a name of ours is written out raw.
    @Test func hostileKeysDoNotReachTheScreen() throws {
        let counter = try Counter()
        let text = "{\"\\u001b[31mred\": 1, \"\(String(repeating: "k", count: 500))\": 2}"
        let ending = try counter.run(["import", try counter.file("thing.json", text)])
        #expect(!ending.errors.contains("\u{1B}") && ending.error.count < 300, "\(ending.errors)")
    }
}
