import Foundation
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Every way in which a carrier fails, from the socket to the row of the schedule: each has its own kind, and nothing
/// of an answer that is not whole is stored.
@Suite(.timeLimit(.minutes(5)), .serialized)
struct UnderFireTests {
    private static let whole = Answers.page(Answers.event(1), Answers.event(2, type: "GTOT"))

    private static let kinds: [Fault: String] = [
        .silence: "timeout", .drip: "timeout", .reset: "incomplete", .closed: "incomplete",
        .lengthTooGreat: "incomplete", .lengthTooSmall: "truncated", .twoLengths: "incomplete",
        .negativeLength: "malformed", .chunkSizeIsAWord: "malformed", .chunkSizeOverflows: "malformed",
        .chunkSizeIsNegative: "malformed", .chunkIsLonger: "malformed", .chunksBreakOff: "incomplete",
        .withoutEndMark: "incomplete", .cutWithoutLength: "truncated",
        .endless: "body-too-large", .announcedAsEndless: "body-too-large", .bomb: "body-too-large",
        .packedTwice: "encoding", .packedOtherwise: "encoding", .notPacked: "encoding", .packedAndCut: "truncated",
        .manyHeaders: "headers-too-large", .longHeader: "headers-too-large", .zeroInHeader: "malformed",
        .notHTTP: "malformed", .noStatus: "malformed", .loginPage: "blocked", .loginPageAsJSON: "blocked",
        .latin: "wrong-encoding", .sixteenBits: "malformed", .zeroInBody: "malformed", .duplicateKeys: "malformed",
        .tooDeep: "malformed", .behindTheEnd: "malformed", .toAnotherHost: "redirect-refused",
        .toThisMachine: "redirect-refused", .toAFile: "redirect-refused", .inCircles: "too-many-redirects",
    ]

    @Test(arguments: Fault.allCases)
    func everyFaultHasAKindOfItsOwnAndStoresNothing(fault: Fault) async throws {
        let server = try FaultServer(whole: Self.whole)
        let lab = try Lab.underFire()
        let messages = try lab.read { try $0.status(now: .noon).messages }
        let isEndless = fault == .silence || fault == .drip
        let summary = try await lab.ask(
            at: server.url(fault), timeout: isEndless ? .milliseconds(300) : .seconds(30))
        let kind = try #require(Self.kinds[fault], "\(fault) is not in the table")
        #expect(summary.failures == [.init(carrier: "line-a", kind: kind): 1])
        let poll = try #require(try lab.poll(of: Lab.box))
        #expect(poll.answer == "failed" && poll.failure == kind && poll.lastSuccess == nil)
        #expect(try lab.events(of: Lab.box).isEmpty)
        #expect(try lab.read { try $0.status(now: .noon).messages } == messages)
    }

    @Test func nobodyListeningIsRefused() async throws {
        let lab = try Lab.underFire()
        _ = try await lab.ask(at: "http://127.0.0.1:\(LoopbackServer.unusedPort())")
        #expect(try lab.poll(of: Lab.box)?.failure == "refused")
    }

    /// The carrier breaks off one byte later each time it is asked; framed by its length, by chunks, or by nothing but
    /// the end of the connection.
    @Test(arguments: [
        "Content-Length: SIZE\r\n\r\nBODY", "Transfer-Encoding: chunked\r\n\r\nHEX\r\nBODY\r\n0\r\n\r\n", "\r\nBODY",
    ])
    func anAnswerCutAtAnyByteStoresNothing(framing: String) async throws {
        let body = Answers.page(Answers.event(1))
        let size = body.utf8.count
        let answer =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + framing.replacing("SIZE", with: "\(size)").replacing("HEX", with: String(size, radix: 16))
            .replacing("BODY", with: body)
        // libcurl does without the line feed behind the last chunk, when nothing is missing any more.
        let least = answer.hasSuffix("0\r\n\r\n") ? answer.utf8.count - 1 : answer.utf8.count
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.send(Array(answer.utf8.prefix(connection.index)))
        })
        let lab = try Lab.underFire()
        var plan = try Lab.plan()
        plan.baseURL = server.url
        let poller = lab.poller(plan, asking: try RealFetcher())
        for length in 0..<least {
            let summary = try await poller.pass()
            let kind = summary.failures.keys.first?.kind ?? "none"
            #expect(["incomplete", "empty", "truncated"].contains(kind), "cut after \(length) bytes: \(kind)")
            #expect(summary.accounting.items == 0, "cut after \(length) bytes")
            lab.clock.turn(by: .hours(2))
        }
        #expect(try lab.events(of: Lab.box).isEmpty)
        #expect(try await poller.pass().failures.isEmpty)
        #expect(try lab.events(of: Lab.box).count == 1)
    }

    @Test func anAnswerByteByByteIsWhole() async throws {
        let server = try LoopbackServer(handler: { connection in
            _ = connection.readRequest()
            try connection.drip(
                String(decoding: ScriptedResponse.json(Self.whole).bytes, as: UTF8.self), milliseconds: 0)
        })
        let lab = try Lab.underFire()
        #expect(try await lab.ask(at: server.url).accounting == Accounting(items: 2, mapped: 2))
    }

    /// What is unusual and still says what it says.
    @Test(arguments: [
        ("application/json; charset=gb18030", "\u{FEFF}"), ("application/json; charset=utf-16", ""),
        ("text/plain", "\u{FEFF}"), ("text/html", ""), ("", ""),
    ])
    func aWrongTypeOrAMarkBeforeTheTextIsNoHindrance(type: String, mark: String) async throws {
        let server = try LoopbackServer { _ in
            ScriptedResponse(headers: type.isEmpty ? [:] : ["Content-Type": type], text: mark + Self.whole)
        }
        let lab = try Lab.underFire()
        #expect(try await lab.ask(at: server.url).accounting == Accounting(items: 2, mapped: 2))
    }

    @Test(arguments: ["9007199254740993", "123456789012345678901234567890", "1.10", "1E400", "-0"])
    func aNumberBeyondTheExactOnesOfAFloatIsKeptAsItWasWritten(number: String) async throws {
        let body = #"{"events": [{"id": \#(number), "what": "LOAD", "at": "2026-11-20T10:15:00+08:00"}]}"#
        let server = try LoopbackServer { _ in .json(body) }
        let lab = try Lab.underFire()
        let summary = try await lab.ask(at: server.url, profile: Profiles.lab)
        #expect(summary.accounting == Accounting(items: 1, mapped: 1))
        #expect(try lab.events(of: Lab.box).map(\.sourceID) == [number])
    }

    @Test(
        arguments: [429, 503],
        [
            ("120", 120), ("0", 1), ("86400", 86_400), ("864000", 86_400), ("99999999999999999999", 86_400),
            ("Fri, 20 Nov 2026 12:30:00 GMT", 1800), ("Thu, 01 Jan 2099 00:00:00 GMT", 86_400),
            // What makes no sense leaves it to us: half of the first half minute.
            ("-5", 15), ("soon", 15), ("", 15), ("Fri, 20 Nov 2026 11:00:00 GMT", 15), (nil, 15),
        ] as [(String?, Int)])
    func whoeverWantsARestGetsIt(status: Int, rest: (header: String?, seconds: Int)) async throws {
        let server = try LoopbackServer { _ in
            var answer = ScriptedResponse.json("{}", status: status)
            answer.headers["Retry-After"] = rest.header
            return answer
        }
        let lab = try Lab.underFire()
        let summary = try await lab.ask(at: server.url)
        #expect(summary.failures == [.init(carrier: "line-a", kind: "slow-down"): 1])
        let until = Instant.noon.advanced(by: .seconds(rest.seconds))
        #expect(try await lab.state().notBefore == until)
        let poll = try #require(try lab.poll(of: Lab.box))
        #expect(poll.failure == "slow-down")
        #expect(poll.nextCheckAt.map { $0 >= until } == true)
    }
}
