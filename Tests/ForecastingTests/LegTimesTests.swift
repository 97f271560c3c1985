import Testing
import Tracking

@testable import Forecasting

/// Which belief a leg goes by.
@Suite("Times of legs")
struct LegTimesTests {
    private static let general = Leg(after: .departed, place: "LOD")
    private static let lane = Leg(after: .departed, place: "LOD", toward: "DE")

    private static func seen(_ leg: Leg, _ hours: ClosedRange<Int>) -> [LegObservation] {
        hours.map { LegObservation(leg, ObservedSpan(exactly: Double($0))) }
    }

    @Test func withoutHistoryTheCorridorsPriorsHold() {
        let times = LegTimes()
        #expect(times.time(of: Leg(after: .departed, place: "URH")).quantile(0.5) < 24)
        #expect(times.time(of: Leg(after: .departed, place: "nowhere")) == times.time(of: Leg(after: .departed)))
    }

    @Test(arguments: Milestone.allCases)
    func everyMilestoneHasAPrior(milestone: Milestone) {
        let time = LegTimes().time(of: Leg(after: milestone))
        #expect(time.mean > 0 && time.mean < 24 * 30)
    }

    @Test func aLaneGoesByItsOwnHistory() {
        let times = LegTimes(learntFrom: Self.seen(Self.lane, 40...60))
        #expect(abs(times.time(of: Self.lane).quantile(0.5) - 50) < 5)
    }

    @Test func aLaneNobodyHasSeenGoesByThePlace() {
        let times = LegTimes(learntFrom: Self.seen(Self.lane, 40...60))
        let other = Leg(after: .departed, place: "LOD", toward: "FR")
        #expect(times.time(of: other) == times.time(of: Self.general))
        #expect(abs(times.time(of: other).quantile(0.5) - 50) < 5)
    }

    @Test func oneObservationOfALaneDoesNotOutweighThePlace() {
        let place = Self.seen(Leg(after: .departed, place: "LOD", toward: "FR"), 40...60)
        let times = LegTimes(learntFrom: place + [LegObservation(Self.lane, ObservedSpan(exactly: 90))])
        let middle = times.time(of: Self.lane).quantile(0.5)
        #expect(middle > 50 && middle < 90)
    }
}
