import Testing
import Tracking

/// The number changes at the European hub, and its first news comes while the box is far away.
@Suite struct LastMileTests {
    private func story() -> Story {
        var story = Story.aboard()
        story.also(local, .lastMile)
        story.state(parcel, "unload", "DUI")
        return story
    }

    @Test func whatALastMileNumberSaysBeforeTheArrivalIsKeptAndNotShown() {
        var story = story()
        story.trainRuns()
        story.tell(box, .passed, clock(22), "AGY")
        story.tell(local, .announced, clock(23), country: "DE", source: "dhl")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .passed)
        #expect(timeline.entries.first { $0.subject == local }?.shown == false)
    }

    @Test func aNumberThatWasUsedBeforeDoesNotDeliver() {
        var story = story()
        story.tell(local, .delivered, clock(3), country: "DE", source: "dhl")
        story.trainRuns()
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .borderArrived)
        #expect(timeline.status?.own == nil)
        #expect(timeline.conflicts.isEmpty, "an old use contradicts nothing")
    }

    @Test func aLastMileScanBeforeTheArrivalIsAConflictAndDeliversNothing() {
        var story = story()
        story.boxTravels()
        story.dossier.events.removeAll { $0.time.instant > moment(23) }
        story.tell(local, .delivered, clock(23), "HAM", source: "dhl", message: 9)
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .passed)
        #expect(timeline.conflicts.map(\.kind) == [.earlyLastMile])
        #expect(timeline.conflicts.first?.messages.contains(MessageID(rawValue: 9)) == true)
    }

    @Test(arguments: [
        (Milestone.arrived, "DUI"), (.discharged, "DUI"), (.gatedOut, "DUI"), (.stripped, "DUI"), (.arrived, "HAM"),
        (.importCleared, "DUI"), (.handedOver, "DUI"),
    ])
    func itCountsFromArrivalStripClearanceOrHandOver(_ opening: (Milestone, String)) {
        var story = story()
        story.tell(box, .departed, clock(20), "URH")
        story.tell(local, .accepted, clock(33, 8), "DUI", source: "dhl")
        story.tell(box, opening.0, clock(34), opening.1)
        story.tell(local, .sorted, clock(35), "DUI", source: "dhl")
        story.tell(local, .delivered, clock(36), "DUI", source: "dhl")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .delivered)
        #expect(timeline.status?.inherited == false)
        #expect(timeline.entries.filter { !$0.shown }.map(\.milestone) == [.accepted])
    }

    @Test(arguments: ["ALK", "MAA", "AST"])
    func itDoesNotCountFromAPlaceOnTheWay(place: String) {
        var story = story()
        story.tell(box, .departed, clock(20), "URH")
        story.tell(box, .arrived, clock(34), place)
        story.tell(local, .delivered, clock(34, 18), "DUI", source: "dhl")
        #expect(story.timeline.status?.inherited == true)
    }

    @Test func theBorderOfTheCountryItIsUnloadedInIsStillOnTheWay() {
        var story = Story.aboard()
        story.also(local, .lastMile)
        story.state(parcel, "unload", "POZ")
        story.tell(box, .departed, clock(20), "URH")
        story.tell(box, .arrived, clock(30), "MAA")
        story.tell(local, .delivered, clock(31), "POZ", source: "inpost")
        #expect(story.timeline.status?.milestone == .borderArrived)
        story.tell(box, .arrived, clock(30, 20), "POZ")
        #expect(story.timeline.status?.milestone == .delivered)
    }

    @Test(arguments: ["DE", "de", "Germany", "德国"])
    func theCountryItGoesToMayBeTold(country: String) {
        var story = Story.aboard()
        story.also(local, .lastMile)
        story.state(parcel, "country", country)
        story.tell(box, .departed, clock(20), "URH")
        story.tell(box, .arrived, clock(30), "POZ")
        #expect(story.timeline.lastMileOpensAt == nil)
        story.tell(box, .arrived, clock(34), "DUI")
        #expect(story.timeline.lastMileOpensAt == moment(34))
    }

    @Test func withoutAnythingThatCarriesItTheLastMileCounts() {
        var story = Story()
        story.also(local, .lastMile)
        story.tell(local, .delivered, clock(36), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
    }

    @Test func ofABoxThatNobodyTellsOfItCountsFromWhenTheBoxCanHaveArrived() {
        var story = story()
        story.tell(local, .delivered, clock(5), "DUI", source: "dhl")
        story.tell(local, .sorted, clock(24), "DUI", source: "dhl")
        #expect(story.timeline.status == nil, "four days after the train left it was another parcel's")
        story.tell(local, .delivered, clock(35), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
    }

    @Test func whatWasBeforeItsBillLeftChinaWasAnotherParcels() {
        let bill = Subject(.consignment, .number, "BILL-1")
        var story = Story()
        story.also(local, .lastMile)
        story.put(parcel, in: bill, received: moment(20), message: 2)
        story.tell(local, .delivered, clock(3), "DUI", source: "dhl")
        story.tell(bill, .borderDeparted, clock(21), "ALK", source: "ceb")
        #expect(story.timeline.status?.milestone == .borderDeparted)
        story.tell(local, .delivered, clock(36), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
        #expect(story.timeline.conflicts.isEmpty)
    }

    @Test func whatWasBeforeItsOwnScansInChinaWasAnotherParcels() {
        var story = Story()
        story.also(local, .lastMile)
        story.tell(local, .delivered, clock(3), "DUI", source: "dhl")
        story.tell(parcel, .borderDeparted, clock(21), "ALK", source: "ceb")
        #expect(story.timeline.status?.milestone == .borderDeparted)
        story.tell(local, .delivered, clock(36), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
    }

    @Test func newsFromBeforeTheNumberWasTheParcelsDoesNotCount() {
        var story = Story()
        story.also(local, .lastMile, from: wholeDay(20))
        story.tell(local, .delivered, clock(3), "DUI", source: "dhl")
        #expect(story.timeline.status == nil)
    }

    @Test(arguments: [Milestone.announced, .accepted])
    func aLaterLegsPaperworkNeverDecidesOverWhatHappened(milestone: Milestone) {
        var story = story()
        story.boxTravels()
        story.tell(local, milestone, clock(36), "DUI", source: "dhl")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .stripped)
        #expect(timeline.shows(milestone, of: local))
    }

    @Test func aReturnNumberNeverYieldsDelivered() {
        let back = Subject(.parcel, Scheme(rawValue: "dhl"), "RETURN1")
        var story = story()
        story.also(back, .return)
        story.boxTravels()
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        story.tell(back, .returning, clock(40), "DUI", source: "dhl")
        story.tell(back, .outForDelivery, clock(42), "DUI", source: "dhl")
        story.tell(back, .delivered, clock(43), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .returning)
        story.tell(back, .returned, clock(44), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .returned)
    }

    @Test(arguments: [AliasRole.order, .customer])
    func anyNumberFindsTheOneTimeline(role: AliasRole) {
        let order = Subject(.parcel, .number, "ORDER1", issuer: "shop")
        var story = Story.aboard()
        story.also(order, role)
        story.tell(order, .accepted, clock(15), "URH", source: "shop")
        story.trainRuns()
        let asked = story.timeline
        story.dossier.subject = order
        let other = story.timeline
        #expect(asked.entries == other.entries)
        #expect(asked.status == other.status)
        #expect(asked.entries.first?.inherited == false)
    }

    @Test func aNumberSharedBySeveralParcelsTellsOnlyItsOwnNews() {
        let second = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2")
        var story = Story(local)
        story.also(local, .lastMile, of: parcel)
        story.also(local, .lastMile, of: second)
        story.tell(second, .damaged, clock(30), "DUI")
        story.tell(local, .sorted, clock(31), "DUI")
        #expect(story.timeline.entries.map(\.milestone) == [.sorted])
        story.dossier.subject = parcel
        #expect(!story.timeline.shows(.damaged, of: second), "a parcel combined with it is another parcel")
    }

    @Test func aHandOverBeforeTheDepartureOpensNothing() {
        var story = story()
        story.tell(parcel, .handedOver, clock(17))
        story.trainRuns()
        story.tell(local, .delivered, clock(18), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .borderArrived)
    }
}
