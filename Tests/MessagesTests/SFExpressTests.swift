import Foundation
import Messages
import Testing
import Tracking

/// What the `sf-express` profile asks, and what it makes of the answers.
struct SFExpressTests {
    private static let number = "SF1011603494291"
    private let parcel = Subject(.parcel, .number, number)

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("sf-express"), asked: asked)
    }

    private static func route(
        _ code: String, at: String = "2026-11-20 10:11:26", address: String = "", remark: String = "快件"
    ) -> String {
        #"{"acceptTime": "\#(at)", "acceptAddress": "\#(address)", "remark": "\#(remark)", "opCode": "\#(code)"}"#
    }

    private static func told(_ number: String = number, _ routes: String...) -> String {
        #"{"mailNo": "\#(number)", "routes": [\#(routes.joined(separator: ","))]}"#
    }

    private static func inside(_ told: [String], code: String = "S0000", success: Bool = true) -> String {
        #"{"success": \#(success), "errorCode": "\#(code)", "errorMsg": null, "msgData": {"routeResps": "#
            + "[\(told.joined(separator: ","))]}}"
    }

    /// What the service says stands in a string of the platform's answer.
    private static func answer(_ inside: String, code: String = "A1000") throws -> String {
        let quoted = String(decoding: try JSONEncoder().encode(inside), as: UTF8.self)
        return #"{"apiErrorMsg": "", "apiResponseID": "1", "apiResultCode": "\#(code)", "apiResultData": \#(quoted)}"#
    }

    @Test(
        arguments: [
            ("50", "", .accepted), ("80", "已签收", .delivered), ("80", "快件已退回,寄件人签收", .unmapped),
            ("80", "Returned to the sender, signed", .unmapped), ("44", "", .unmapped), ("", "", .unmapped),
        ] as [(String, String, Milestone)])
    func onlyWhatIsCertainHasAMilestone(code: String, remark: String, milestone: Milestone) throws {
        let text = try Self.answer(Self.inside([Self.told(Self.number, Self.route(code, remark: remark))]))
        let reading = try read(text, asked: [parcel])
        #expect(reading.events.map(\.milestone) == [milestone] && reading.rejections.isEmpty)
    }

    @Test(
        arguments: [
            ("乌鲁木齐市", "2026-11-20T02:11:26Z", .place), ("杜伊斯堡", "2026-11-20T09:11:26Z", .place),
            ("无人知晓的地方", "2026-11-20T02:11:26Z", .assumed), ("", "2026-11-20T02:11:26Z", .assumed),
        ] as [(String, String, ZoneBasis)])
    func timesAreByTheClockOfTheirPlace(address: String, utc: String, basis: ZoneBasis) throws {
        let text = try Self.answer(Self.inside([Self.told(Self.number, Self.route("50", address: address))]))
        let reading = try read(text)
        #expect(reading.events.map(\.time.instant.iso8601UTC) == [utc] && reading.events.map(\.time.basis) == [basis])
    }

    @Test func eachNumberIsToldOfForItself() throws {
        let other = Subject(.parcel, .number, "SF2")
        let text = try Self.answer(
            Self.inside([
                Self.told(Self.number, Self.route("50")), Self.told("SF2"), Self.told("SF3", Self.route("50")),
            ]))
        let reading = try read(text, asked: [parcel, other])
        #expect(reading.items.count == 3 && reading.events.map(\.subject) == [parcel])
        #expect(reading.problems.map(\.kind) == ["other-number"])
        #expect(
            reading.facts.map { "\($0.subject.code) \($0.value)" } == ["\(Self.number) routes", "SF2 no routes yet"])
        #expect(try read(text).rejections.map(\.kind) == ["no-result"])
        let ask = try #require(try builtIn("sf-express").ask)
        let absent = Subject(.parcel, .number, "SF4")
        #expect(
            ask.numbers(in: Array(text.utf8), asked: [parcel, other, absent])
                == [parcel: .told, other: .nothing, absent: .nothing])
    }

    @Test func whoSignedAndWhoBroughtItIsNobodysMatter() throws {
        let text = try Self.answer(
            Self.inside([
                Self.told(
                    Self.number, Self.route("80", remark: "已签收,签收人:王小明"),
                    Self.route("44", remark: "快递员李雷,电话:13900000000"))
            ]))
        let reading = try read(text)
        let kept = String(decoding: reading.summary.archive, as: UTF8.self)
        #expect(!kept.contains("王小明") && !kept.contains("李雷") && !kept.contains("13900000000"))
        #expect(reading.events.map(\.text) == [nil, nil])
        // What is kept is read as what came.
        #expect(try read(kept).events == reading.events)
    }

    @Test(arguments: [
        ("A1001", AnswerVerdict.failed(kind: "answer-A1001")), ("A1002", .failed(kind: "answer-A1002")),
        ("A1003", .blocked(reason: "A1003: this machine's address is not on SF's list")),
        ("A1004", .blocked(reason: "A1004: the partner may not use this service")), ("A1005", .slowDown),
        ("A1006", .blocked(reason: "A1006: SF refuses the signature; check the secret")),
        ("A1099", .failed(kind: "answer-A1099")),
    ])
    func aCodeOfThePlatformIsWhatItIs(code: String, verdict: AnswerVerdict) throws {
        let ask = try #require(try builtIn("sf-express").ask)
        for data in ["\"\"", "null"] {
            let body = #"{"apiErrorMsg": "no", "apiResultCode": "\#(code)", "apiResultData": \#(data)}"#
            #expect(ask.verdict(status: 200, contentType: nil, body: Array(body.utf8)) == verdict)
            #expect(try read(body).rejections.map(\.kind) == ["answer-code"])
        }
    }

    @Test(arguments: [
        ("S0000", true, AnswerVerdict.data), ("8003", false, .failed(kind: "answer-8003")),
        ("8013", false, .failed(kind: "answer-8013")), ("S0000", false, .failed(kind: "answer-false")),
    ])
    func aCodeOfTheServiceIsWhatItIs(code: String, success: Bool, verdict: AnswerVerdict) throws {
        let ask = try #require(try builtIn("sf-express").ask)
        let body = try Self.answer(
            Self.inside([Self.told(Self.number, Self.route("50"))], code: code, success: success))
        #expect(ask.verdict(status: 200, contentType: nil, body: Array(body.utf8)) == verdict)
    }

    @Test func aNumberWhoseRoutesAreNoListIsRejected() throws {
        let text = try Self.answer(Self.inside([#"{"mailNo": "SF1"}"#]))
        for asked in [[], [Subject(.parcel, .number, "SF1")]] {
            #expect(try read(text, asked: asked).rejections.map(\.kind).first == "no-routes")
        }
    }

    @Test func anAnswerWithoutRoutesChangedItsShape() throws {
        let ask = try #require(try builtIn("sf-express").ask)
        let body = try Self.answer(#"{"success": true, "errorCode": "S0000", "msgData": {}}"#)
        #expect(
            ask.verdict(status: 200, contentType: nil, body: Array(body.utf8)) == .failed(kind: "shape-changed"))
    }

    @Test func asksForTenNumbersInASignedForm() throws {
        let ask = try #require(try builtIn("sf-express").ask)
        let stamp = RequestStamp(at: Instant(milliseconds: 1_795_176_000_123), nonce: "n-1")
        let request = try ask.request(
            for: [parcel, Subject(.parcel, .number, "SF 2&\"")], baseURL: "https://sf.example",
            secret: "partner:check:word",
            stamp: stamp)
        #expect(request.method == "POST" && request.url == "https://sf.example/std/service")
        #expect(request.headers.contains(.init("Content-Type", "application/x-www-form-urlencoded")))
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        let fields = Dictionary(
            uniqueKeysWithValues: body.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
                return (parts[0], parts[1])
            })
        #expect(fields["partnerID"] == "partner" && fields["requestID"] == "n-1")
        #expect(fields["timestamp"] == "1795176000123" && fields["serviceCode"] == "EXP_RECE_SEARCH_ROUTES")
        #expect(fields["msgDigest"]?.count == 24)
        #expect(!body.contains("check"))
        struct Data: Decodable { var trackingNumber: [String], trackingType: String }
        let data = try JSONDecoder().decode(Data.self, from: Foundation.Data((fields["msgData"] ?? "").utf8))
        #expect(data.trackingNumber == [Self.number, "SF 2&\""] && data.trackingType == "1")
        #expect(ask.batch == 10)
    }

    @Test(arguments: [nil, "", "partner", "partner:", ":word"] as [String?])
    func theSecretIsAPair(secret: String?) throws {
        let ask = try #require(try builtIn("sf-express").ask)
        let stamp = RequestStamp(at: Instant(milliseconds: 1), nonce: "n")
        #expect { try ask.request(for: [parcel], baseURL: "https://x", secret: secret, stamp: stamp) } throws: {
            error in
            (error as? AskFailure)?.kind == .secret
        }
    }

    @Test func itsAnswerIsRecognisedWrappedAndBare() throws {
        let inside = Self.inside([Self.told(Self.number, Self.route("50"))])
        for text in [try Self.answer(inside), inside] {
            #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "sf-express")
            #expect(try read(text).events.map(\.subject) == [parcel])
        }
    }
}
