import Testing
import Tracking

/// Numbers are given out again.
@Suite struct UsedAgainTests {
    private let other = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2")

    private func arrived() -> Story {
        var story = Story.aboard()
        story.state(parcel, "unload", "DUI")
        story.boxTravels()
        return story
    }

    @Test func newsLongAfterTheDeliveryIsAboutTheNextParcel() {
        var story = arrived()
        story.also(local, .lastMile)
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        story.tell(local, .returning, clock(37 + 61), "DUI", source: "dhl")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .delivered)
        #expect(timeline.milestones(of: local) == [.delivered])
        #expect(timeline.entries.contains { $0.milestone == .returning && !$0.shown }, "it is kept")
    }

    @Test func aReturnSoonAfterTheDeliveryIsStillItsOwn() {
        var story = arrived()
        story.also(local, .lastMile)
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        story.tell(local, .returning, clock(50), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .returning)
    }

    @Test func aLocalNumberGivenToAnotherMonthsLaterIsNoLongerThisParcels() {
        var story = arrived()
        story.also(local, .lastMile, at: moment(19))
        story.also(local, .lastMile, of: other, at: moment(19 + 140))
        story.tell(local, .sorted, clock(36), "DUI", source: "dhl")
        story.tell(local, .delivered, clock(19 + 150), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .sorted)
        #expect(story.timeline.numbers.first?.until != nil && story.timeline.numbers.first?.isShared == false)
        story.dossier.subject = local
        let now = story.timeline
        #expect(now.subject == other && now.standsFor.isEmpty, "asked now, it is the later parcel's")
        #expect(now.status?.milestone == .delivered)
        #expect(now.milestones(of: local) == [.delivered], "the former parcel's scan is not shown")
    }

    @Test func theEarlierParcelSaysFromWhenTheLaterOneHasIt() {
        var story = arrived()
        story.also(local, .lastMile, at: moment(19))
        story.also(local, .lastMile, of: other, from: wholeDay(19 + 120), at: moment(19 + 140))
        story.tell(local, .delivered, clock(19 + 119), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
    }

    @Test func anOldLifeDoesNotDeliverTheNewParcel() {
        var story = arrived()
        story.tell(parcel, .delivered, clock(40), "DUI", source: "post")
        #expect(story.timeline.earlierLife == nil)
        story.put(parcel, in: otherBox, received: moment(40 + 200), message: 77)
        let timeline = story.timeline
        #expect(timeline.status == nil)
        #expect(timeline.earlierLife?.milestone == .delivered)
        #expect(timeline.links.map(\.link.parent) == [otherBox], "nor does its box carry the new one")
        story.tell(otherBox, .departed, clock(40 + 201), "URH")
        #expect(story.timeline.status?.milestone == .departed)
    }

    @Test func aNewAnnouncementBeginsANewLifeToo() {
        var story = Story()
        story.also(local, .lastMile, at: moment(1))
        story.tell(local, .delivered, clock(10), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
        story.tell(parcel, .announced, clock(10 + 181), "URH", source: "shop")
        #expect(story.timeline.status?.milestone == .announced)
        #expect(story.timeline.numbers.first?.until != nil, "its label was the former parcel's")
    }

    @Test func withinHalfAYearItIsTheSameParcel() {
        var story = Story()
        story.tell(parcel, .delivered, clock(10), "DUI", source: "post")
        story.tell(parcel, .announced, clock(10 + 170), "URH", source: "shop")
        #expect(story.timeline.status?.milestone == .delivered)
        #expect(story.timeline.earlierLife == nil)
    }

    @Test func aPostalNumberLivesAYear() {
        let item = Subject(.parcel, .upuS10, "LY310686635CN")
        var story = Story(item)
        story.tell(item, .delivered, clock(10), country: "DE", source: "post")
        story.tell(item, .accepted, clock(10 + 300), "URH", source: "post")
        #expect(story.timeline.status?.milestone == .delivered)
        story.tell(item, .accepted, clock(10 + 380), "URH", source: "post")
        #expect(story.timeline.status?.milestone == .accepted)
    }

    @Test func anOldPaperThatComesLateBeginsNoLife() {
        var story = Story()
        story.tell(parcel, .delivered, clock(40), "DUI", source: "post")
        story.put(parcel, in: box, received: moment(40 + 300), message: 9)
        story.put(box, in: train, received: moment(40 + 300), message: 9)
        #expect(story.timeline.status?.milestone == .delivered, "the paper names a train of that time")
        #expect(story.timeline.earlierLife == nil)
    }

    @Test func aLabelsFormerDeliveryIsNoFormerLifeOfTheParcel() {
        var story = Story.aboard()
        story.also(local, .lastMile)
        story.tell(local, .delivered, clock(-300), "DUI", source: "dhl")
        story.trainRuns()
        #expect(story.timeline.earlierLife == nil)
        #expect(story.timeline.status?.milestone == .borderArrived)
    }
}
