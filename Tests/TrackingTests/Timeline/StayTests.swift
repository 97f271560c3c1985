import Testing
import Tracking

/// Stays whose beginning and end are told by different scans.
struct StayTests {
    private func holding(_ story: Story) -> [String] {
        story.timeline.links.filter(\.holds).map { link in
            let hour = { (instant: Instant?) in
                instant.map { String(($0.milliseconds - moment(18, 0).milliseconds) / 3_600_000) } ?? ""
            }
            return "\(hour(link.from))-\(hour(link.until))"
        }.sorted()
    }

    @Test func aScanThatEndsAStayEndsTheOneThatBeganBeforeIt() {
        var story = Story()
        story.put(parcel, in: box, received: moment(25), message: 1, from: clock(18, 1), basis: .observed)
        story.put(parcel, in: box, received: moment(25), message: 2, until: clock(18, 5), basis: .observed)
        story.put(parcel, in: box, received: moment(25), message: 3, from: clock(18, 7), basis: .observed)
        story.put(parcel, in: box, received: moment(25), message: 4, until: clock(18, 9), basis: .observed)
        #expect(holding(story) == ["1-5", "1-5", "7-9", "7-9"])
        story.tell(box, .departed, clock(18, 3), "URH")
        story.tell(box, .arrived, clock(18, 6), "ALK")
        story.tell(box, .departed, clock(18, 8), "ALK")
        #expect(story.timeline.milestones(of: box) == [.departed, .borderDeparted])
    }

    @Test func anEndAloneCarriesWhatTheBoxDidBeforeIt() {
        var story = Story()
        story.put(parcel, in: box, received: moment(30), message: 2, until: clock(25), basis: .observed)
        story.tell(box, .arrived, clock(21, 3), "ALK")
        story.tell(box, .arrived, clock(26, 3), "MAA")
        #expect(story.timeline.milestones(of: box) == [.borderArrived])
    }

    @Test(arguments: [(Load?.none, 2), (.empty, 1)])
    func aBoxSaidToBeEmptyCarriesNothingMoreWhereverItStands(load: Load?, count: Int) {
        var story = Story()
        story.state(parcel, "unload", "DUI")
        story.put(parcel, in: box, received: moment(19), message: 1, from: clock(18), basis: .observed)
        story.tell(box, .arrived, clock(21, 3), "ALM")
        story.tell(box, .stripped, clock(21, 5), "ALM", load: load)
        story.tell(box, .arrived, clock(33, 3), "DUI")
        #expect(story.timeline.entries.filter { $0.milestone == .arrived && $0.inherited }.count == count)
    }

    @Test func anEmptiedWagonCarriesNothingMore() {
        let wagon = Subject(.wagon, .number, "5281234")
        var story = Story(box)
        story.put(box, in: wagon, received: moment(19), message: 1, from: clock(18), basis: .observed)
        story.tell(wagon, .passed, clock(19), "AGY")
        story.tell(wagon, .stripped, clock(20), "AGY")
        story.tell(wagon, .passed, clock(21), "AST")
        #expect(story.timeline.milestones(of: wagon).filter { $0 == .passed }.count == 1)
    }
}
