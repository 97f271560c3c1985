import Testing
import Tracking

/// A parcel has many numbers, told by many; whichever is asked, there is one timeline.
@Suite struct AliasTests {
    private static let issued = Subject(.parcel, .number, "L2018050700001", issuer: "1105910159")
    private static let bare = Subject(.parcel, .number, "L2018050700001")
    private static let order = Subject(.parcel, .number, "SO-1")
    private static let back = Subject(.parcel, Scheme(rawValue: "dhl"), "RETURN1")
    private static let bill = Subject(.consignment, .number, "BILL-1")

    /// Customs names the issued number and its bill, the consolidator the bare one, its order, label and box.
    private func chain(asking subject: Subject) -> Story {
        var story = Story(subject)
        story.also(Self.bare, .lineHaul, of: Self.issued, source: "ceb")
        story.also(Self.order, .order, of: Self.bare)
        story.also(local, .lastMile, of: Self.bare)
        story.also(Self.back, .return, of: local, source: "dhl")
        story.put(Self.issued, in: Self.bill, received: moment(18), message: 3)
        story.put(Self.bare, in: bag, received: moment(21), message: 1)
        story.put(bag, in: box, received: moment(21), message: 1)
        story.put(box, in: train, received: moment(21), message: 1)
        story.tell(Self.order, .accepted, clock(15), "URH", source: "shop")
        story.tell(Self.issued, .exportCleared, clock(18), "URH", source: "ceb")
        story.tell(Self.bill, .borderDeparted, clock(21, 5), "ALK", source: "ceb")
        story.boxTravels()
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        story.state(Self.issued, "country", "DE")
        return story
    }

    @Test func everyNumberOfAChainGivesTheSameTimeline() {
        let timeline = chain(asking: Self.issued).timeline
        #expect(timeline.status?.milestone == .delivered)
        #expect(timeline.numbers.map(\.subject) == [local, Self.back, Self.bare, Self.order])
        #expect(timeline.numbers.map(\.role) == [.lastMile, .return, .lineHaul, .order])
        #expect(timeline.milestones(of: Self.order) == [.accepted])
        #expect(timeline.milestones(of: Self.bill) == [.borderDeparted])
        #expect(timeline.shows(.stripped, of: box))
        for other in [Self.bare, Self.order, local, Self.back] {
            #expect(chain(asking: other).timeline == timeline, "\(other)")
        }
    }

    @Test func aThingOfAnotherKindIsNoNumberOfAParcel() {
        var story = Story(parcel)
        story.also(bag, .lineHaul, of: parcel)
        story.tell(bag, .delivered, clock(30), "DUI")
        #expect(story.timeline.status == nil)
        #expect(story.timeline.numbers.isEmpty)
    }

    @Test func numbersThatAreAliasesOfEachOtherAreOneThing() {
        var story = Story(Self.bare)
        story.also(Self.bare, .lineHaul, of: Self.issued)
        story.also(Self.issued, .lineHaul, of: Self.bare, source: "ceb")
        story.also(Self.bare, .customer, of: Self.bare)
        story.tell(Self.issued, .accepted, clock(15), "URH")
        story.tell(Self.bare, .sorted, clock(16), "URH")
        let timeline = story.timeline
        #expect(timeline.entries.map(\.milestone) == [.accepted, .sorted])
        story.dossier.subject = Self.issued
        #expect(story.timeline == timeline)
    }

    @Test func twoSourcesThatMeetInOneNumberSpeakOfOneParcel() {
        var story = Story(parcel)
        story.also(Self.bare, .lineHaul, of: Self.issued, source: "ceb")
        story.also(Self.bare, .lineHaul, of: parcel, source: "forwarder")
        story.tell(Self.issued, .exportCleared, clock(17), "URH")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .exportCleared)
        #expect(timeline.conflicts.isEmpty)
        for other in [Self.issued, Self.bare] {
            story.dossier.subject = other
            #expect(story.timeline == timeline)
        }
    }

    @Test func aNumberThatOneSourceGivesToTwoParcelsIsAConflictAndJoinsNobody() {
        let other = Subject(.parcel, .number, "L2018050700001", issuer: "6505960ABC")
        var story = Story(Self.issued)
        story.also(Self.bare, .lineHaul, of: Self.issued, source: "ceb")
        story.also(Self.bare, .lineHaul, of: other, source: "ceb")
        story.put(Self.bare, in: box, received: moment(21), message: 1)
        story.boxTravels()
        story.tell(other, .exportRejected, clock(16), "URH")
        story.tell(Self.issued, .exportCleared, clock(17), "URH")
        let timeline = story.timeline
        #expect(timeline.conflicts.map(\.kind) == [.doubtfulNumber])
        #expect(timeline.status?.milestone == .exportCleared, "the box of a doubtful number is not surely its box")
        story.dossier.subject = Self.bare
        #expect(Set(story.timeline.standsFor) == [Self.issued, other])
        #expect(story.timeline.status?.inherited == true, "the bare number itself is in the box")
    }

    @Test func linksToldOfTwoNumbersOfOneParcelCompete() {
        var story = chain(asking: Self.issued)
        story.put(Self.issued, in: otherBox, received: moment(21), message: 7)
        story.tell(otherBox, .departed, clock(20), "URH")
        #expect(story.timeline.conflicts.map(\.kind) == [.twoCarriers], "its bag is in one box and itself in another")
        story.put(Self.bare, in: box, received: moment(21), message: 8)
        #expect(story.timeline.conflicts.map(\.kind) == [.twoCarriers])
    }

    @Test func theEventsOfASharedOrderDecideNothing() {
        let second = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2")
        var story = Story(parcel)
        story.also(Self.order, .order, of: parcel)
        story.also(Self.order, .order, of: second)
        story.tell(parcel, .sorted, clock(16), "URH")
        story.tell(second, .damaged, clock(17), "URH")
        story.tell(Self.order, .delivered, clock(30), "DUI", source: "shop")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .sorted)
        #expect(timeline.shows(.delivered, of: Self.order), "it is shown as the order's")
        #expect(timeline.numbers.map(\.isShared) == [true])
        story.dossier.subject = Self.order
        #expect(story.timeline.standsFor == [second, parcel])
        #expect(story.timeline.sharedAs == .order)
        #expect(story.timeline.entries.map(\.milestone) == [.delivered])
    }

    @Test func whatHappensToACombinedParcelHappensToEachInIt() {
        let second = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2")
        var story = Story.aboard()
        story.state(parcel, "unload", "DUI")
        story.also(local, .lastMile, of: parcel)
        story.also(local, .lastMile, of: second)
        story.boxTravels()
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
        #expect(story.timeline.numbers.map(\.isShared) == [true])
    }

    @Test func aReturnNumberOfALabelNeverYieldsDelivered() {
        var story = chain(asking: Self.issued)
        story.tell(Self.back, .accepted, clock(40), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered, "a printed return label sends nothing back")
        story.tell(Self.back, .sorted, clock(41), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .returning)
        story.tell(Self.back, .delivered, clock(44), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .returning)
        #expect(story.timeline.shows(.delivered, of: Self.back), "the carrier's word is kept")
        story.tell(Self.back, .returned, clock(45), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .returned)
    }

    @Test func aReturnNumberThatWasUsedBeforeReturnsNothing() {
        var story = Story.aboard()
        story.also(Self.back, .return)
        story.tell(Self.back, .returned, clock(-90), "DUI", source: "dhl")
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .borderArrived)
    }

    @Test func whatIsToldOfAnyNumberOfAPaperCountsForTheParcelOnIt() {
        let filed = Subject(.declaration, .number, "COP-1", issuer: "agent")
        let released = Subject(.declaration, .number, "INVT-1")
        var story = Story.aboard()
        story.put(parcel, in: filed, received: moment(18), message: 5)
        story.also(released, .lineHaul, of: filed, source: "ceb")
        story.tell(released, .exportRejected, clock(18), source: "ceb")
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .exportRejected)
        #expect(story.timeline.conflicts.map(\.kind) == [.heldThoughListed])
        // The latest word of one paper counts, by whichever of its numbers it was said.
        story.tell(filed, .exportCleared, clock(19), source: "ceb")
        #expect(story.timeline.status?.milestone == .borderArrived)
    }
}
