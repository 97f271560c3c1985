import Foundation
import HTTPFetch
import Messages
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Asking a carrier whether an answer has changed.
struct ConditionalRequestTests {
    private static let told = Answers.page(Answers.event(1))
    private static let validators: HTTPHeaders = [
        "Content-Type": "application/json", "ETag": "W/\"7\"", "Last-Modified": "Fri, 20 Nov 2026 10:00:00 GMT",
    ]
    private static let one = ScriptedFetcher.Step.text(told, headers: validators)
    private static let unchanged = ScriptedFetcher.Step.status(304)

    /// The validators of each request, in order.
    private static func sent(_ lab: Lab) -> [[String]] {
        lab.fetcher.requests.map { request in
            [request.headers["If-None-Match"], request.headers["If-Modified-Since"]].compactMap(\.self)
        }
    }

    private static let both = ["W/\"7\"", "Fri, 20 Nov 2026 10:00:00 GMT"]

    private static func ask(_ lab: Lab, times: Int, plan: CarrierPlan? = nil) async throws -> PassSummary {
        let poller = lab.poller(try plan ?? Lab.plan())
        var last = PassSummary()
        for _ in 0..<times {
            last = try await poller.pass()
            lab.clock.turn(by: .hours(1))
        }
        return last
    }

    @Test func theNextQuestionCarriesTheValidatorsAndNotModifiedIsTheSame() async throws {
        let lab = try Lab(ScriptedFetcher(Self.one, Self.unchanged))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 1)
        let before = try lab.read { (try $0.digest(), try $0.status(now: .noon).messages) }
        // A poller of its own each time: what is remembered outlives the process.
        let second = try await Self.ask(lab, times: 1)
        _ = try await Self.ask(lab, times: 1)
        #expect(Self.sent(lab) == [[], Self.both, Self.both])
        #expect(second.failures.isEmpty && second.messages == 0 && second.accounting == Accounting())
        let poll = try #require(try lab.poll(of: Lab.box))
        #expect(poll.answer == "same" && poll.lastChange == .noon)
        #expect(poll.lastSuccess == Instant.noon.advanced(by: .hours(2)))
        #expect(try lab.read { (try $0.digest(), try $0.status(now: .noon).messages) } == before)
        #expect(try await lab.state().lastSuccess == Instant.noon.advanced(by: .hours(2)))
    }

    @Test func oneValidatorIsEnough() async throws {
        for name in ["ETag", "Last-Modified"] {
            let lab = try Lab(
                ScriptedFetcher(.text(Self.told, headers: [name: Self.validators[name] ?? ""]), Self.unchanged))
            try lab.watch([Lab.box])
            #expect(try await Self.ask(lab, times: 2).failures.isEmpty)
            #expect(Self.sent(lab) == [[], [Self.validators[name] ?? ""]])
        }
    }

    @Test func whatDidNotChangeFromNothingIsStillNothing() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing, headers: Self.validators), Self.unchanged))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 2)
        #expect(try lab.poll(of: Lab.box)?.answer == "nothing")
    }

    @Test func notModifiedToAPlainQuestionIsAFailure() async throws {
        let lab = try Lab(ScriptedFetcher(Self.unchanged))
        try lab.watch([Lab.box])
        #expect(try await Self.ask(lab, times: 1).failures == [.init(carrier: "line-a", kind: "status-304"): 1])
        #expect(try lab.poll(of: Lab.box)?.failure == "status-304")
    }

    @Test func aChangedAnswerBringsNewsAndNewValidators() async throws {
        let more = Answers.page(Answers.event(1), Answers.event(2, type: "GTOT"))
        let lab = try Lab(
            ScriptedFetcher(Self.one, .text(more, headers: ["ETag": "\"8\""]), Self.unchanged))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 3)
        #expect(Self.sent(lab) == [[], Self.both, ["\"8\""]])
        #expect(try lab.events(of: Lab.box).count == 2)
    }

    @Test func anAnswerWithoutValidatorsEndsTheOldOnes() async throws {
        let lab = try Lab(ScriptedFetcher(Self.one, .text(Answers.page(Answers.event(2))), Self.one))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 3)
        #expect(Self.sent(lab) == [[], Self.both, []])
    }

    /// Each of these bodies comes with validators, and is not taken in whole.
    @Test(arguments: [
        "", "[", "[]]", #"{"error": "moved"}"#, "<html><title>Sign in</title></html>",
        // An event about another number is rejected, and may be taken another time.
        Answers.page(Answers.event(1), Answers.event(2, about: "MSCU6639870")),
    ])
    func theValidatorOfAnAnswerThatWasNotTakenInIsNotSent(body: String) async throws {
        let lab = try Lab(ScriptedFetcher(.text(body, headers: Self.validators), .text(Answers.nothing)))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(25))
        _ = try await poller.pass()
        #expect(Self.sent(lab) == [[], []])
    }

    @Test func anAnswerThatFailedToReachTheStoreIsNotRemembered() async throws {
        let lab = try Lab(ScriptedFetcher(.fail(.incomplete), Self.one, .fail(.timeout), Self.unchanged))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 4)
        // A failure in between is no answer: the last one that came whole still holds.
        #expect(Self.sent(lab) == [[], [], Self.both, Self.both])
        #expect(try lab.poll(of: Lab.box)?.answer == "same")
    }

    @Test func anAnswerOfSeveralPagesIsAlwaysAskedForWhole() async throws {
        let first = ScriptedFetcher.Step.text(
            Self.told, headers: ["Next-Page-Cursor": "2", "ETag": "\"1\"", "Content-Type": "application/json"])
        let second = ScriptedFetcher.Step.text(
            Answers.page(Answers.event(2, type: "GTOT")),
            headers: ["ETag": "\"2\"", "Content-Type": "application/json"])
        let lab = try Lab(ScriptedFetcher(["": [first], "cursor=2": [second]]))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 2)
        #expect(Self.sent(lab) == [[], [], [], []])
    }

    @Test func aMendedProfileReadsTheAnswerAnew() async throws {
        let lab = try Lab(ScriptedFetcher(Self.one))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 1)
        var plan = try Lab.plan()
        plan.profile = try Profile(yaml: plan.profile.text + "\n# mended\n", file: "lab")
        _ = try await Self.ask(lab, times: 2, plan: plan)
        #expect(Self.sent(lab) == [[], [], Self.both])
    }

    @Test func theValidatorsOfOneServerAreNotSentToAnother() async throws {
        let lab = try Lab(ScriptedFetcher(Self.one))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 1)
        var plan = try Lab.plan()
        plan.baseURL = "https://other.example"
        _ = try await Self.ask(lab, times: 1, plan: plan)
        #expect(Self.sent(lab) == [[], []])
    }

    @Test func aQuestionAboutSeveralNumbersIsNeverConditional() async throws {
        let profile = """
            name: lab
            title: Two at once
            reads: json
            ask: { about: [container], url: "{base_url}/track?numbers={codes}", batch: 2 }
            each: $.events[*]
            milestones: { LOAD: loaded }
            events: |
              SELECT 'container' AS kind, 'iso6346' AS scheme, :item ->> 'box' AS code, :item ->> 'what' AS raw_code,
                     :item ->> 'at' AS at, 'actual' AS classifier
            """
        let boxes = [Lab.box, Subject(.container, .iso6346, "MSCU6639870")]
        let events = boxes.map { #"{"box": "\#($0.code)", "what": "LOAD", "at": "2026-11-20T10:15:00+08:00"}"# }
        let body = #"{"events": [\#(events.joined(separator: ","))]}"#
        let lab = try Lab(ScriptedFetcher(.text(body, headers: Self.validators)))
        try lab.watch(boxes)
        _ = try await Self.ask(lab, times: 2, plan: try Lab.plan(profile: profile))
        #expect(Self.sent(lab) == [[], []])
        #expect(try lab.poll(of: Lab.box)?.answer == "same")
    }

    @Test func aQuestionThatIsPostedIsNeverConditional() async throws {
        let profile = Profiles.lab.replacingOccurrences(
            of: #"  url: "{base_url}/track/{code}""#,
            with: #"  url: "{base_url}/track/{code}"\#n  method: POST\#n  body: { text: "{}" }"#)
        let lab = try Lab(ScriptedFetcher(.text(#"{"events": []}"#, headers: Self.validators)))
        let parcel = Subject(.parcel, .number, "PX123")
        try lab.watch([parcel])
        _ = try await Self.ask(lab, times: 2, plan: try Lab.plan(profile: profile))
        #expect(Self.sent(lab) == [[], []])
        #expect(lab.fetcher.requests.map(\.method) == [.post, .post])
    }

    @Test(arguments: [String(repeating: "x", count: 513), "\"caf\u{E9}\"", "\"a\u{7F}\"", "", "\"\u{FFFD}\""])
    func aValidatorThatCannotBeSentBackIsNone(etag: String) async throws {
        let lab = try Lab(ScriptedFetcher(.text(Self.told, headers: ["ETag": etag])))
        try lab.watch([Lab.box])
        _ = try await Self.ask(lab, times: 2)
        #expect(Self.sent(lab) == [[], []])
    }
}
