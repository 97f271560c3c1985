import Testing
import Tracking

@testable import Polling

struct StopRuleTests {
    private static func day(_ days: Double) -> Instant { Instant.noon.advanced(by: .seconds(days * 86_400)) }

    private static func rule(
        _ kind: SubjectKind = .parcel, _ milestone: Milestone? = nil, at: Double? = nil, bound: Double? = nil,
        success: Double? = nil, change: Double? = nil
    ) -> StopRule {
        StopRule(
            kind: kind, milestone: milestone, milestoneAt: at.map(day), boundAt: bound.map(day),
            lastSuccess: success.map(day), lastChange: change.map(day))
    }

    @Test(arguments: [Milestone.delivered, .returned, .lost, .disposed, .cancelled])
    func afterAnEndItIsAskedThreeTimesMoreAndThenNoMore(end: Milestone) {
        /// When it was last answered about, now, and what follows; in days after the end.
        let table: [(success: Double, now: Double, answer: StopRule.Answer)] = [
            (0, 0.1, .askAt(Self.day(1))), (0, 0.99, .askAt(Self.day(1))), (0, 1, .ask), (0, 2, .ask),
            (1, 1.1, .askAt(Self.day(3))), (2.5, 2.6, .askAt(Self.day(3))), (2.5, 3, .ask), (0.5, 5, .ask),
            (3, 3.1, .askAt(Self.day(7))), (6.9, 7, .ask), (3, 200, .ask),
            (7, 7, .stop(.ended)), (7, 400, .stop(.ended)), (30, 31, .stop(.ended)),
        ]
        for row in table {
            let rule = Self.rule(.parcel, end, at: 0, bound: -20, success: row.success, change: 0)
            #expect(rule.answer(now: Self.day(row.now)) == row.answer, "\(row)")
        }
    }

    @Test func checkedWhenTheRuleSaysItIsAskedExactlyThreeTimes() {
        var (success, now, checks) = (0.0, 0.0, 0)
        while checks < 10 {
            switch Self.rule(.parcel, .delivered, at: 0, bound: -20, success: success, change: 0).answer(
                now: Self.day(now))
            {
            case .ask: (success, checks) = (now, checks + 1)
            case .askAt(let instant): now = Double(instant.since(.noon).wholeMilliseconds) / 86_400_000
            case .stop:
                #expect(checks == 3 && now == 7)
                return
            }
        }
        Issue.record("it never stops")
    }

    @Test(arguments: [
        Milestone.announced, .departed, .held, .deliveryFailed, .returning, .damaged, .stripped, .unmapped,
    ])
    func whatIsNoEndEndsNothing(milestone: Milestone) {
        #expect(
            Self.rule(.parcel, milestone, at: 0, bound: -5, success: 9, change: 0).answer(now: Self.day(10)) == .ask)
    }

    @Test(arguments: [Milestone.delivered, .returned, .lost, .disposed, .cancelled])
    func aContainersEndIsNoneForWhatWasInIt(end: Milestone) {
        for now in [1.0, 8, 119.9] {
            let rule = Self.rule(.container, end, at: 0, bound: -20, success: now, change: 0)
            #expect(rule.answer(now: Self.day(now)) == .ask)
        }
        let silent = Self.rule(.container, end, at: 0, bound: -20, success: 120, change: 0)
        #expect(silent.answer(now: Self.day(120)) == .stop(.unchanged))
    }

    @Test(arguments: [
        (59.9, StopRule.Answer.ask), (60, .stop(.neverTold)), (500, .stop(.neverTold)),
    ])
    func whatNothingIsEverToldOfIsAskedForSixtyDays(now: Double, answer: StopRule.Answer) {
        #expect(Self.rule(bound: 0, success: now).answer(now: Self.day(now)) == answer)
        #expect(Self.rule(.container, bound: 0, success: now).answer(now: Self.day(now)) == answer)
    }

    /// A daemon that stood still for a season gives nobody up before it has asked.
    @Test func whatNobodyAskedAboutIsNotGivenUp() {
        #expect(Self.rule(bound: 0).answer(now: Self.day(500)) == .ask)
        #expect(Self.rule(bound: 0, success: 20).answer(now: Self.day(500)) == .ask)
        #expect(Self.rule(.parcel, .departed, at: -1, success: 20, change: 0).answer(now: Self.day(500)) == .ask)
    }

    @Test(arguments: [(119.9, StopRule.Answer.ask), (120, .stop(.unchanged)), (1000, .stop(.unchanged))])
    func whatDoesNotChangeIsAskedForAHundredAndTwentyDays(now: Double, answer: StopRule.Answer) {
        for bound in [nil, -30.0] {
            let rule = Self.rule(.parcel, .departed, at: -1, bound: bound, success: now, change: 0)
            #expect(rule.answer(now: Self.day(now)) == answer)
        }
    }

    @Test func whoBindsItAnewOrTellsOfItBeginsTheWaitAnew() {
        let bound = Self.rule(.parcel, .departed, at: 0, bound: 100, success: 130, change: 0)
        #expect(bound.answer(now: Self.day(130)) == .ask)
        let told = Self.rule(.parcel, .arrived, at: 40, bound: 0, success: 90)
        #expect(told.answer(now: Self.day(90)) == .ask)
        let silent = Self.rule(.parcel, .arrived, at: 40, bound: 0, success: 100)
        #expect(silent.answer(now: Self.day(100)) == .stop(.neverTold))
    }

    @Test func ofWhatNothingIsKnownOneAsks() {
        #expect(Self.rule().answer(now: Self.day(1000)) == .ask)
        #expect(Self.rule(success: 1).answer(now: Self.day(1000)) == .ask)
        #expect(Self.rule(.parcel, .delivered, at: 0, bound: 10).answer(now: Self.day(11)) == .ask)
    }
}
