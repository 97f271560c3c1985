import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// For how long a carrier says that its answer holds, and what that does to the schedule.
struct FreshnessTests {
    @Test(
        arguments: [
            (["Cache-Control": "max-age=600"], 600), (["cache-control": "public, MAX-AGE=600"], 600),
            (["Cache-Control": "max-age=\"600\""], 600), (["Cache-Control": "max-age=600", "Age": "100"], 500),
            (["Cache-Control": "max-age=600, max-age=9"], 600), (["Cache-Control": "max-age=86400"], 86_400),
            (["Cache-Control": "max-age=86401"], 86_400), (["Cache-Control": "max-age=99999999999999999999"], 86_400),
            (["Expires": "Fri, 20 Nov 2026 12:10:00 GMT"], 600),
            (["Expires": "Fri, 20 Nov 2026 12:10:00 GMT", "Date": "Fri, 20 Nov 2026 12:00:30 GMT"], 570),
            (["Expires": "Fri, 20 Nov 2026 12:10:00 GMT", "Cache-Control": "max-age=5"], 5),
            (["Expires": "Thu, 01 Jan 2099 00:00:00 GMT"], 86_400),
        ] as [(HTTPHeaders, Int)])
    func anAnswerHoldsAsLongAsItSaysUpToADay(headers: HTTPHeaders, seconds: Int) {
        #expect(Freshness.until(headers, now: .noon) == Instant.noon.advanced(by: .seconds(seconds)))
    }

    @Test(
        arguments: [
            [:], ["Cache-Control": "max-age=0"], ["Cache-Control": "max-age=-5"], ["Cache-Control": "max-age=soon"],
            ["Cache-Control": "max-age"], ["Cache-Control": "s-maxage=600"], ["Cache-Control": "no-cache, max-age=600"],
            ["Cache-Control": "max-age=600, no-store"], ["Cache-Control": "max-age=600", "Age": "600"],
            ["Expires": "0"], ["Expires": "-1"], ["Expires": "Fri, 20 Nov 2026 11:00:00 GMT"], ["Expires": "tomorrow"],
            ["Cache-Control": "max-age=0", "Expires": "Thu, 01 Jan 2099 00:00:00 GMT"],
        ] as [HTTPHeaders])
    func whatIsOldOrMakesNoSenseHoldsNoTime(headers: HTTPHeaders) {
        #expect(Freshness.until(headers, now: .noon) == nil)
    }

    /// The interval of the settings is an hour.
    @Test(arguments: [(60, 3600), (3599, 3600), (7200, 7200), (1_000_000, 86_400)])
    func aFreshAnswerPutsTheNextQuestionOffAndNeverBringsItForward(age: Int, next: Int) async throws {
        let fresh: HTTPHeaders = ["Content-Type": "application/json", "Cache-Control": "max-age=\(age)"]
        let lab = try Lab(ScriptedFetcher(.text(Answers.page(Answers.event(1)), headers: fresh)))
        try lab.watch([Lab.box])
        _ = try await lab.poller(try Lab.plan()).pass()
        #expect(try lab.poll(of: Lab.box)?.nextCheckAt == Instant.noon.advanced(by: .seconds(next)))
    }

    @Test func notChangedAndNothingAreFreshToo() async throws {
        let lab = try Lab(
            ScriptedFetcher(
                .text(Answers.page(Answers.event(1)), headers: ["ETag": "\"1\""]),
                .status(304, headers: ["Cache-Control": "max-age=36000"]),
                .text(#"{"errors": []}"#, status: 404, headers: ["Cache-Control": "max-age=18000"])))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        for hours in [10, 5] {
            let next = try #require(try lab.poll(of: Lab.box)?.nextCheckAt)
            lab.clock.turn(by: next.since(lab.clock.now))
            _ = try await poller.pass()
            #expect(try lab.poll(of: Lab.box)?.nextCheckAt == lab.clock.now.advanced(by: .hours(hours)))
        }
    }

    @Test func aNumberThatIsNotAskedAnyMoreStaysSo() async throws {
        let stop = Seen<Bool>()
        let lab = try Lab(ScriptedFetcher(.status(500)))
        lab.fetcher.now([
            "": [
                .look { [lab] _ in
                    try lab.watch([Lab.box], asks: false)
                    stop.add(true)
                    return HTTPResponse(status: 200, headers: ["Cache-Control": "max-age=60"], body: .init("[]".utf8))
                }
            ]
        ])
        try lab.watch([Lab.box])
        _ = try await lab.poller(try Lab.plan()).pass()
        #expect(stop.values == [true])
        #expect(try lab.poll(of: Lab.box)?.nextCheckAt == nil)
    }
}
