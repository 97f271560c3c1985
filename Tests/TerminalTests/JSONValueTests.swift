import Foundation
import Testing

@testable import Terminal

/// JSON with its keys in order and nothing hostile in it.
struct JSONValueTests {
    private let document: JSONValue = [
        "code": "YT24", "links": [], "facts": [:], "events": [["at": nil, "n": 12, "ok": true], 0.5],
    ]

    @Test func keysKeepTheirOrder() {
        #expect(
            document.write() == #"{"code":"YT24","links":[],"facts":{},"events":[{"at":null,"n":12,"ok":true},0.5]}"#)
    }

    @Test func aPersonGetsItIndented() {
        #expect(
            document.write(pretty: true) == """
                {
                  "code": "YT24",
                  "links": [],
                  "facts": {},
                  "events": [
                    {
                      "at": null,
                      "n": 12,
                      "ok": true
                    },
                    0.5
                  ]
                }
                """)
    }

    @Test(arguments: [
        ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\u{1B}", #""\u001b""#), ("\u{7F}", #""\u007f""#),
        ("\u{85}", #""\u0085""#),
        ("\u{202E}", #""\u202e""#), ("\u{E0041}", #""\udb40\udc41""#), ("\u{0}", #""\u0000""#),
        ("乌鲁木齐 Достык", "\"乌鲁木齐 Достык\""), ("/", "\"/\""),
    ])
    func textIsEscaped(text: String, json: String) {
        #expect(JSONValue.string(text).write() == json)
    }

    @Test(arguments: [
        (JSONValue.double(0.1), "0.1"), (.double(-0.0), "-0.0"), (.double(1e300), "1e+300"), (.double(.nan), "null"),
        (.double(.infinity), "null"), (.int(.min), "-9223372036854775808"), (.int(nil as Int?), "null"),
        (.string(nil as String?), "null"), (.bool(nil as Bool?), "null"), (.double(nil as Double?), "null"),
    ])
    func valuesAreWritten(value: JSONValue, json: String) throws {
        #expect(value.write() == json)
        _ = try JSONSerialization.jsonObject(with: Data(value.write().utf8), options: .fragmentsAllowed)
    }
}
