import Testing
import Tracking

struct AwaitedSourceTests {
    private static let monday = Instant(seconds: 1_795_363_200)  // 2026-11-22T16:00:00Z, midnight in Beijing

    private func source(
        _ name: String = "positions", _ deadline: Deadline? = .daily(minute: 18 * 60), since: Instant? = monday,
        last: Instant? = nil
    ) -> AwaitedSource {
        AwaitedSource(
            name: name, deadline: deadline, zone: "Asia/Shanghai", awaitedSince: since, lastArrival: last)
    }

    private func at(_ hours: Int, _ minutes: Int = 0) -> Instant {
        Self.monday.advanced(by: .hours(hours) + .minutes(minutes))
    }

    @Test func aSourceIsLateFromItsDeadlineUntilItComes() {
        #expect(source().lateSince(now: at(17, 59)) == nil)
        #expect(source().lateSince(now: at(18)) == at(18))
        // Days later it is late since the first deadline that it missed.
        #expect(source().lateSince(now: at(80)) == at(18))
        #expect(source(last: at(18, 20)).lateSince(now: at(18, 21)) == nil)
        // What came late for Monday does not stand for Tuesday.
        #expect(source(last: at(18, 20)).lateSince(now: at(42)) == at(42))
        #expect(source(last: at(24)).lateSince(now: at(42)) == nil)
    }

    @Test func nobodyWaitsForASourceWithoutDeadlineOrThatWasNeverRead() {
        #expect(source("", nil).lateSince(now: at(1000)) == nil)
        #expect(source(since: nil).lateSince(now: at(1000)) == nil)
        #expect(source(since: nil, last: at(1)).lateSince(now: at(1000)) == at(42))
    }

    @Test func theLongestOverdueComesFirst() {
        let sources = [
            source("b", last: at(10)), source("on time", .every(.days(90))), source("c"), source("a"),
            source("none", nil),
        ]
        #expect(sources.lateSources(now: at(50)).map(\.source.name) == ["a", "c", "b"])
        #expect(sources.lateSources(now: at(50)).map(\.since) == [at(18), at(18), at(42)])
        #expect(sources.lateSources(now: at(17)).isEmpty)
    }
}
