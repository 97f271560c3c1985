import Messages
import Testing
import Tracking

/// How a carrier is asked, and what its answers mean.
struct AskTemplateTests {
    private func dcsa() throws -> AskTemplate { try #require(try builtIn("dcsa").ask) }

    private func template(_ ask: String, credentials: String = "none") throws -> AskTemplate {
        try #require(
            try Profile(
                yaml: """
                    name: p
                    title: P
                    reads: json
                    each: $
                    credentials: \(credentials)
                    ask: { about: [parcel, container], url: "{base_url}/t?n={codes}", \(ask) }
                    facts: SELECT 1 AS value
                    """, file: "p"
            ).ask)
    }

    private let box = subject("MRKU9465770")

    @Test func asksDCSAAboutAContainer() throws {
        let request = try dcsa().request(for: [box], baseURL: "https://api.line-a.example/", secret: "k1")
        #expect(request.method == "GET")
        #expect(request.url == "https://api.line-a.example/v2/events?equipmentReference=MRKU9465770&limit=100")
        #expect(request.headers.contains(.init("API-Version", "2")))
        #expect(request.headers.contains(.init("API-Key", "k1")))
        #expect(request.body == nil)
    }

    @Test func writesNumbersSoThatTheyStayNumbers() throws {
        let odd = Subject(.parcel, .number, "a b&c=1/\"é")
        let get = try template("batch: 2").request(for: [odd, box], baseURL: "https://x", secret: nil)
        #expect(get.url == "https://x/t?n=a%20b%26c%3D1%2F%22%C3%A9,MRKU9465770")
        let post = try template(
            #"batch: 2, method: POST, body: { text: '[{numbers}]', number: '{"number":"{code}"}' }"#
        )
        .request(for: [odd, box], baseURL: "https://x", secret: nil)
        #expect(
            String(decoding: post.body ?? [], as: UTF8.self)
                == #"[{"number":"a b&c=1/\"é"},{"number":"MRKU9465770"}]"#)
        #expect(post.headers == [.init("Content-Type", "application/json")])
        let form = try template("method: POST, body: { form: form, text: 'n={code}' }")
            .request(for: [odd], baseURL: "https://x", secret: nil)
        #expect(String(decoding: form.body ?? [], as: UTF8.self) == "n=a%20b%26c%3D1%2F%22%C3%A9")
    }

    @Test(arguments: [
        ("bearer", "s3", AskedRequest.Header("Authorization", "Bearer s3")),
        ("basic", "u:p", .init("Authorization", "Basic dTpw")), ("{ header: X-Key }", "s3", .init("X-Key", "s3")),
    ])
    func showsTheSecretAsTheProfileSays(credentials: String, secret: String, header: AskedRequest.Header) throws {
        let ask = try template("batch: 1", credentials: credentials)
        #expect(try ask.request(for: [box], baseURL: "https://x", secret: secret).headers == [header])
        #expect(throws: AskFailure.self) { try ask.request(for: [box], baseURL: "https://x", secret: nil) }
        #expect(throws: AskFailure.self) { try ask.request(for: [box], baseURL: "https://x", secret: "a:b\r\nX: y") }
    }

    @Test func asksOnlyWhatTheProfileCan() throws {
        let train = Subject(.train, .train, "X8157@2026-11-20")
        #expect(throws: AskFailure.self) { try dcsa().request(for: [], baseURL: "https://x", secret: "k") }
        #expect(throws: AskFailure.self) { try dcsa().request(for: [box, box], baseURL: "https://x", secret: "k") }
        #expect(throws: AskFailure.self) { try dcsa().request(for: [train], baseURL: "https://x", secret: "k") }
    }

    @Test(arguments: [
        ("abc=", "https://x:8/v2/events?equipmentReference=MRKU9465770&limit=100&cursor=abc%3D"),
        ("/v2/events?cursor=q", "https://x:8/v2/events?cursor=q"), ("?cursor=q", "https://x:8/v2/events?cursor=q"),
        ("https://x:8/v2/events?cursor=q", "https://x:8/v2/events?cursor=q"),
    ])
    func followsACursorOrAnAddressOnTheSameHost(page: String, url: String) throws {
        #expect(try dcsa().request(for: [box], baseURL: "https://x:8", secret: "k", page: page).url == url)
    }

    @Test(arguments: [
        "https://evil.example/v2", "http://x:8/v2", "//evil.example/", "https://x:8@evil.example/", "https://x:81/",
    ])
    func takesNoSecretToAnotherHost(page: String) throws {
        #expect(throws: AskFailure.self) {
            try dcsa().request(for: [box], baseURL: "https://x:8", secret: "k", page: page)
        }
    }

    @Test(
        arguments: [
            (["next-page-cursor": "c1"], "c1"),
            (["next-page": "https://x/v2/events?cursor=2"], "https://x/v2/events?cursor=2"),
            (["link": #"<https://x/p1>; rel="prev", <https://x/p3>; rel="next""#], "https://x/p3"),
            (["link": "<https://x/p1>; rel=prev"], nil), (["next-page-cursor": " "], nil), ([:], nil),
        ] as [([String: String], String?)])
    func findsTheNextPage(headers: [String: String], page: String?) throws {
        #expect(try dcsa().nextPage { headers[$0.lowercased()] } == page)
    }

    @Test(
        arguments: [
            (#"{"nextUrl": "/t?offset=2"}"#, "/t?offset=2"), (#"{"nextUrl": null}"#, nil), (#"{"nextUrl": ""}"#, nil),
            ("{}", nil), (#"{"nextUrl": "#, nil),
        ] as [(String, String?)])
    func findsTheNextPageInTheAnswer(body: String, page: String?) throws {
        let ask = try template("pages: { path: $.nextUrl }")
        #expect(ask.nextPage(header: { _ in nil }, body: Array(body.utf8)) == page)
        #expect(ask.nextPage(header: { _ in "no such header is asked for" }, body: []) == nil)
    }

    @Test(arguments: [
        (200, "[]", AnswerVerdict.data), (200, "[", .data), (204, "", .nothing),
        (404, #"{"statusCode": 404, "errors": [{"reason": "notFound"}]}"#, .nothing),
        (404, "<html>nginx</html>", .failed(kind: "status-404")), (404, "", .failed(kind: "status-404")),
        (401, "{}", .blocked(reason: "status 401")), (403, "", .blocked(reason: "status 403")), (429, "", .slowDown),
        (503, "<html>", .slowDown), (500, "{}", .failed(kind: "status-500")), (302, "", .failed(kind: "status-302")),
        (200, "<!DOCTYPE html><p>Sign in", .blocked(reason: "a web page instead of data")),
    ])
    func knowsWhatAnAnswerIs(status: Int, body: String, verdict: AnswerVerdict) throws {
        #expect(try dcsa().verdict(status: status, contentType: nil, body: Array(body.utf8)) == verdict)
    }

    @Test func knowsAnAnswerByAValueInIt() throws {
        let ask = try template(
            """
            answers: { unknown: [{ status: 200, path: "$.code", is: "-18019902" }], nothing: [{ path: $.none }],
              slow-down: [{ path: "$.code", is: -18019907 }], blocked: [{ status: 4xx }] }
            """)
        #expect(ask.verdict(status: 200, contentType: nil, body: Array(#"{"code": -18019902}"#.utf8)) == .unknownNumber)
        #expect(ask.verdict(status: 200, contentType: nil, body: Array(#"{"code": -18019907}"#.utf8)) == .slowDown)
        #expect(ask.verdict(status: 200, contentType: nil, body: Array(#"{"none": []}"#.utf8)) == .nothing)
        #expect(ask.verdict(status: 200, contentType: nil, body: Array(#"{"code": 0}"#.utf8)) == .data)
        #expect(ask.verdict(status: 418, contentType: nil, body: []) == .blocked(reason: "status 418"))
    }

    @Test(arguments: [("2/s", 2, 1), ("100/minute", 100, 60), ("250/day", 250, 86400), ("5/h", 5, 3600)])
    func readsRates(text: String, requests: Int, seconds: Int) throws {
        #expect(AskRate(text) == AskRate(requests: requests, interval: .seconds(seconds)))
    }

    @Test(arguments: ["", "2", "0/s", "x/s", "2/fortnight", "-1/s", "2/s/s"])
    func refusesWhatIsNoRate(text: String) {
        #expect(AskRate(text) == nil)
    }
}
