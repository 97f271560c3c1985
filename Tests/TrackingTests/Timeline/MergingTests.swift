import Testing
import Tracking

/// One happening told by several is one line.
@Suite struct MergingTests {
    private func lines(_ told: [(EventTime, String?, String)], _ milestone: Milestone = .departed) -> [TimelineEntry] {
        var story = Story(box)
        for (time, place, source) in told { story.tell(box, milestone, time, place, source: source) }
        return story.timeline.entries
    }

    @Test func oneLineListsItsSourcesAndMessages() {
        var story = Story(box)
        story.tell(box, .departed, clock(20, 15), "URH", source: "line", message: 5)
        story.tell(box, .departed, clock(20, 14, 56), "URH", source: "railway", message: 4)
        let entries = story.timeline.entries
        #expect(entries.count == 1)
        #expect(entries.first?.sources == ["line", "railway"])
        #expect(entries.first?.messages == [MessageID(rawValue: 4), MessageID(rawValue: 5)])
        #expect(entries.first?.time == clock(20, 14, 56))
    }

    @Test(arguments: [(clock(20, 22), 1), (clock(20, 22, 1), 2)])
    func twelveHoursCountFromTheGroupsFirst(_ row: (EventTime, Int)) {
        #expect(lines([(clock(20, 10), "URH", "a"), (clock(20, 16), "URH", "b"), (row.0, "URH", "c")]).count == row.1)
    }

    @Test func anotherPlaceIsAnotherHappening() {
        #expect(lines([(clock(20, 10), "URH", "a"), (clock(20, 11), "KYT", "b")]).count == 2)
    }

    @Test(arguments: [(20, 1), (21, 2)])
    func whereOnlyTheDayIsKnownTheLocalDayCounts(_ row: (Int, Int)) {
        let entries = lines([(clock(20, 23), "URH", "a"), (wholeDay(row.0), "URH", "b")])
        #expect(entries.count == row.1)
        #expect(entries.contains { $0.time == clock(20, 23) }, "the clock is shown and not the day")
    }

    @Test func anUnknownPlaceJoinsOnlyIfASingleGroupFits() {
        #expect(lines([(clock(20, 10), "URH", "a"), (clock(20, 11), nil, "b")]).count == 1)
        #expect(
            lines([(clock(20, 10), "URH", "a"), (clock(20, 12), "KYT", "a"), (clock(20, 11), nil, "b")]).count == 3)
        #expect(lines([(clock(20, 10), nil, "a"), (clock(20, 11), nil, "b")]).count == 1)
    }

    @Test func positionsNeverMerge() {
        #expect(lines([(clock(20, 10), "AST", "a"), (clock(20, 10), "AST", "b")], .position).count == 2)
    }

    @Test func withinOneSourceTheLatestReportIsShown() {
        var story = Story(box)
        story.tell(box, .departed, clock(20, 15), "URH", source: "line", message: 5)
        story.tell(box, .departed, clock(20, 13), "URH", source: "line", message: 9)
        story.tell(box, .departed, clock(20, 14), "URH", source: "line", message: 7)
        #expect(story.timeline.entries.map(\.time) == [clock(20, 13)])
    }

    @Test func aPlanAndWhatHappenedAreTwoLines() {
        var story = Story(box)
        story.tell(box, .departed, clock(20, 15), "URH")
        story.tell(box, .departed, clock(20, 15), "URH", classifier: .planned)
        #expect(story.timeline.entries.count == 2)
    }

    @Test func theTrainsAndTheBoxsDepartureAreOneForTheParcel() {
        var story = Story.aboard()
        story.tell(train, .departed, clock(20, 14, 56), "URH", source: "railway")
        story.tell(box, .departed, clock(20, 15), "URH", source: "line")
        #expect(story.timeline.entries.count == 1)
        #expect(story.timeline.status?.entry.sources == ["line", "railway"])
    }

    @Test func fullAndEmptyAreTwoHappenings() {
        var story = Story(box)
        story.tell(box, .gatedOut, clock(35, 9), "DUI", load: .laden)
        story.tell(box, .gatedIn, clock(35, 15), "DUI", load: .empty)
        story.tell(box, .gatedIn, clock(35, 16), "DUI", load: .laden)
        #expect(story.timeline.entries.count == 3)
    }

    @Test func aDayStandsAfterWhatComesBeforeItInAJourney() {
        var story = Story(box)
        story.tell(box, .departed, clock(24, 14), "URH")
        story.tell(box, .arrived, wholeDay(24), "KYT")
        story.tell(box, .loaded, clock(24, 9), "URH")
        #expect(story.timeline.entries.map(\.milestone) == [.loaded, .departed, .arrived])
        #expect(story.timeline.status?.milestone == .arrived)
        #expect(story.timeline.status?.time.precision == .day)
    }
}
