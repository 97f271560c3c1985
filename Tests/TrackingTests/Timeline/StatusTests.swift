import Testing
import Tracking

/// The latest that happened decides, but an end yields only to what can follow it.
@Suite struct StatusTests {
    @Test(arguments: [Milestone.delivered, .returned, .lost, .disposed], Milestone.allCases)
    func anEndYieldsOnlyToWhatCanFollowIt(end: Milestone, next: Milestone) {
        var story = Story()
        story.tell(parcel, end, clock(36), "DUI")
        story.tell(parcel, next, clock(38), "DUI")
        let follows =
            switch end {
            case .delivered: next == .returning || next == .returned
            case .returned: next == .disposed
            case .lost: foundAgain.contains(next)
            default: false
            }
        #expect(story.timeline.status?.milestone == (follows ? next : end))
    }

    private let foundAgain: Set<Milestone> = [
        .sorted, .packed, .stuffed, .gatedIn, .loaded, .rolled, .departed, .passed, .arrived, .attached, .detached,
        .borderArrived, .inspected, .gaugeChanged, .borderDeparted, .discharged, .gatedOut, .stripped, .presented,
        .handedOver, .relabelled, .outForDelivery, .deliveryFailed, .readyForPickup, .delivered, .returning, .returned,
        .disposed, .damaged,
    ]

    @Test func aBoxHasNoEndForItIsUsedAgain() {
        var story = Story(box)
        story.tell(box, .delivered, clock(36), "DUI")
        story.tell(box, .gatedIn, clock(38), "DUI", load: .empty)
        #expect(story.timeline.status?.milestone == .gatedIn)
    }

    @Test func theLatestActualMilestoneDecidesWhateverCameInLast() {
        var story = Story()
        story.tell(parcel, .arrived, clock(34), "DUI", message: 1)
        story.tell(parcel, .departed, clock(20), "URH", message: 2)
        #expect(story.timeline.status?.milestone == .arrived)
        #expect(story.timeline.status?.entry.messages == [MessageID(rawValue: 1)])
    }

    @Test func anUnmappedCodeIsShownAndDecidesNothing() {
        var story = Story()
        story.tell(parcel, .departed, clock(20), "URH")
        story.tell(parcel, .unmapped, clock(21), code: "ZZ9")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .departed)
        #expect(timeline.entries.last?.rawCode == "ZZ9")
    }

    @Test(arguments: [
        (Milestone.departed, Milestone.position), (.rolled, .rolled), (.readyForPickup, .readyForPickup),
        (.importHeld, .importHeld), (.gatedOut, .gatedOut),
    ])
    func aPositionStandsOnlyForWhatIsMoving(_ row: (Milestone, Milestone)) {
        var story = Story()
        story.tell(parcel, row.0, clock(20), "URH")
        story.tell(parcel, .position, clock(21), "AST")
        #expect(story.timeline.status?.milestone == row.1)
    }

    @Test func theSubjectsOwnLastIsNamedBesideTheInherited() {
        var story = Story.aboard()
        story.tell(parcel, .packed, clock(18), "URH")
        story.trainRuns()
        let status = story.timeline.status
        #expect(status?.milestone == .borderArrived)
        #expect(status?.side == "CN")
        #expect(status?.subject == train)
        #expect(status?.inherited == true)
        #expect(status?.own?.milestone == .packed)
    }

    @Test func aTrainsStatusIsItsOwnNews() {
        var story = Story(train)
        story.trainRuns()
        story.tell(train, .departed, clock(22), "DST")
        #expect(story.timeline.status?.milestone == .borderDeparted)
        #expect(story.timeline.status?.inherited == false)
    }

    @Test func aContainersOwnNewsGoesOnWhereItsTrainEnds() {
        var story = Story(box)
        story.put(box, in: train, received: moment(21), message: 1)
        story.trainRuns()
        #expect(story.timeline.status?.subject == train)
        story.tell(box, .departed, clock(22), "DST")
        #expect(story.timeline.status?.subject == box)
    }

    @Test func nothingKnownIsNoStatus() {
        let timeline = Story().timeline
        #expect(timeline.status == nil)
        #expect(timeline.entries.isEmpty && timeline.links.isEmpty && timeline.conflicts.isEmpty)
    }

    @Test func aScanWhereTheBoxCannotHaveBroughtItIsAConflictAndEndsTheJourney() {
        var story = Story.aboard()
        story.tell(box, .departed, clock(20, 15), "URH", message: 8)
        story.tell(box, .arrived, clock(22), "DST", message: 9)
        story.tell(parcel, .arrived, clock(22, 18), "HAM", message: 10)
        story.tell(box, .passed, clock(23), "AGY", message: 11)
        let timeline = story.timeline
        #expect(timeline.conflicts.map(\.kind) == [.unexplainedScan])
        #expect(timeline.conflicts.first?.messages == [MessageID(rawValue: 9), MessageID(rawValue: 10)])
        #expect(timeline.status?.place == PlaceReference(text: "HAM"))
        #expect(!timeline.shows(.passed, of: box))
    }

    @Test func aScanFarAheadOfTheBoxsLastNewsIsAConflictToo() {
        var story = Story.aboard()
        story.tell(box, .arrived, clock(22), "DST")
        story.tell(parcel, .arrived, clock(22, 18), "HAM")
        #expect(story.timeline.conflicts.map(\.kind) == [.unexplainedScan])
    }

    @Test(arguments: [
        (clock(36), "HAM", Milestone.sorted), (clock(27), "MOW", .arrived), (clock(22, 18), "AST", .arrived),
        (clock(22, 18), "HAM", .announced), (clock(22, 18), "HAM", .importDeclared),
    ])
    func aScanThatTheBoxCanExplainIsNoConflict(_ scan: (EventTime, String, Milestone)) {
        var story = Story.aboard()
        story.boxTravels(strip: false)
        story.tell(parcel, scan.2, scan.0, scan.1)
        #expect(story.timeline.conflicts.isEmpty)
    }

    @Test func betweenTwoEventsOfTheBoxInOneCountryTheParcelIsInNoOther() {
        var story = Story.aboard()
        story.tell(box, .passed, clock(24), "name:Somewhere", country: "KZ")
        story.tell(box, .passed, clock(26), "name:Elsewhere", country: "KZ")
        story.tell(parcel, .arrived, clock(25), country: "DE")
        #expect(story.timeline.conflicts.map(\.kind) == [.unexplainedScan])
    }

    @Test func onceTheBoxHasLeftTheTerminalTheParcelGoesWhereItLikes() {
        var story = Story.aboard()
        story.boxTravels()
        story.tell(parcel, .sorted, clock(35, 12), country: "NL")
        #expect(story.timeline.conflicts.isEmpty)
    }
}
