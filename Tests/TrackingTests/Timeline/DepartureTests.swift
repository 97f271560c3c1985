import Testing
import Tracking

/// One train is not one dot.
@Suite struct DepartureTests {
    private func container(_ number: Int, _ news: [(Milestone, EventTime, String, Load?)]) -> Timeline {
        let container = Subject(.container, .number, "BOX\(number)")
        var story = Story(container)
        for (milestone, time, place, load) in news { story.tell(container, milestone, time, place, load: load) }
        return story.timeline
    }

    @Test func aDeparturesProgressIsADistribution() {
        let departure = Departure(train: train, leftAt: moment(20, 15))
        let brest = (0..<38).map {
            container($0, [(.departed, clock(20, 15), "URH", nil), (.arrived, clock(30), "MAA", nil)])
        }
        let left = (40..<42).map { container($0, [(.arrived, clock(22), "DST", nil)]) }
        let silent = container(50, [(.gatedIn, clock(19), "URH", nil)])
        let progress = departure.progress(containers: brest + left + [silent])
        #expect(progress.groups.map(\.count) == [38, 2])
        #expect(progress.groups.map(\.place?.text) == ["MAA", "DST"])
        #expect(progress.groups.map(\.side) == ["PL", "KZ"])
        #expect(progress.noNews == 1)
        #expect(progress.total == 41)
    }

    @Test func whatABoxDidAfterItWasUsedAgainIsNotThisDeparturesProgress() {
        let departure = Departure(train: train, leftAt: moment(20, 15))
        let again = container(
            1,
            [
                (.discharged, clock(34), "DUI", nil), (.gatedIn, clock(36), "DUI", .empty),
                (.departed, clock(38), "DUI", nil),
            ])
        let progress = departure.progress(containers: [again])
        #expect(progress.groups.map(\.milestone) == [.discharged])
    }

    @Test func aPlanIsNoProgress() {
        var story = Story(box)
        story.put(box, in: train, received: moment(18), message: 1)
        story.trainRuns()
        let progress = Departure(train: train, leftAt: moment(20, 14, 56)).progress(containers: [story.timeline])
        #expect(progress.groups.isEmpty)
        #expect(progress.noNews == 1)
    }
}
