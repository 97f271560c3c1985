import Testing

@testable import Tracking

/// What of a carrier's news is the parcel's.
@Suite struct InheritanceTests {
    static let deciding: Set<Milestone> = [
        .loaded, .departed, .passed, .arrived, .borderArrived, .borderDeparted, .gaugeChanged, .discharged, .gatedIn,
        .gatedOut, .attached, .detached, .rolled, .stripped, .position,
    ]
    static let never: Set<Milestone> = [
        .announced, .accepted, .dispatched, .delivered, .returning, .returned, .cancelled, .lost, .disposed,
        .outForDelivery, .deliveryFailed, .readyForPickup, .relabelled,
    ]

    @Test(arguments: Milestone.allCases)
    func aContainersMilestoneDecidesIsShownOrIsNotTheParcels(milestone: Milestone) {
        var story = Story()
        story.put(parcel, in: box, received: moment(18), message: 1)
        story.tell(box, milestone, clock(19), "URH")
        let timeline = story.timeline
        #expect((timeline.status != nil) == Self.deciding.contains(milestone))
        #expect(timeline.entries.isEmpty == Self.never.contains(milestone))
        #expect(timeline.entries.allSatisfy { $0.inherited && $0.subject == box })
    }

    @Test(arguments: [Milestone.held, .damaged, .inspected, .exportHeld, .importHeld, .transitOpened])
    func aHoldOnTheContainerIsShownAndHoldsNobodysParcel(milestone: Milestone) {
        var story = Story.aboard()
        story.tell(box, .arrived, clock(30), "MAA")
        story.tell(box, milestone, clock(31), "MAA")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .borderArrived)
        #expect(timeline.shows(milestone, of: box))
    }

    @Test(arguments: [Milestone.delivered, .returned, .lost, .disposed, .cancelled, .returning])
    func aContainersEndIsNotAParcelsEnd(milestone: Milestone) {
        var story = Story.aboard()
        story.boxTravels(strip: false)
        story.tell(box, milestone, clock(36), "DUI")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .gatedOut)
        #expect(timeline.status?.subject == box)
        #expect(timeline.status?.own == nil, "the parcel itself was not yet scanned")
        #expect(!timeline.entries.contains { $0.milestone == milestone })
        #expect(timeline.status?.carrierDelivered?.milestone == (milestone == .delivered ? .delivered : nil))
    }

    @Test(arguments: [Milestone.exportHeld, .exportRejected])
    func whatCustomsKeepsBackDoesNotInheritTheDeparture(milestone: Milestone) {
        var story = Story.aboard()
        story.put(parcel, in: list, received: moment(18), message: 5)
        story.tell(list, .exportDeclared, clock(18), source: "customs")
        story.tell(list, milestone, clock(19), source: "customs", message: 77)
        story.tell(box, .loaded, clock(20, 9), "URH")
        story.trainRuns()
        story.tell(box, .passed, clock(22), "AGY")
        story.tell(box, .transitOpened, clock(30), "MAA")
        let timeline = story.timeline
        #expect(!timeline.shows(.transitOpened, of: box), "nor what happened to the box on the way")
        #expect(timeline.status?.milestone == milestone)
        #expect(timeline.status?.subject == list)
        #expect(timeline.status?.listedOn == train)
        #expect(timeline.conflicts.map(\.kind) == [.heldThoughListed])
        #expect(timeline.conflicts.first?.messages.contains(MessageID(rawValue: 77)) == true)
        #expect(timeline.conflicts.first?.messages.count == 2)
        #expect(!timeline.entries.contains { $0.milestone == .departed || $0.milestone == .passed })
    }

    @Test func theParcelsOwnHoldKeepsItBackToo() {
        var story = Story.aboard()
        story.tell(parcel, .exportHeld, clock(19), "URH")
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .exportHeld)
        story.tell(parcel, .exportCleared, clock(20, 1), "URH")
        #expect(story.timeline.status?.milestone == .borderArrived, "what is released goes")
    }

    @Test func aListFiledAgainAndReleasedReplacesTheRejectedOne() {
        let again = Subject(.declaration, .number, "LIST2", issuer: "customs")
        var story = Story.aboard()
        story.put(parcel, in: list, received: moment(18), message: 5)
        story.put(parcel, in: again, received: moment(19), message: 6)
        story.tell(list, .exportRejected, clock(18), source: "customs")
        story.tell(again, .exportCleared, clock(19), source: "customs")
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .borderArrived)
        #expect(story.timeline.conflicts.isEmpty)
    }

    @Test func anotherParcelsHoldInTheSameBoxKeepsNothingBack() {
        var story = Story.aboard()
        story.put(box, in: list, received: moment(18), message: 5)
        story.tell(list, .exportHeld, clock(19), source: "customs")
        story.trainRuns()
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .borderArrived)
        #expect(timeline.shows(.exportHeld, of: list))
    }

    @Test func withdrawingAListCancelsNoParcel() {
        var story = Story()
        story.put(parcel, in: list, received: moment(18), message: 5)
        story.tell(parcel, .accepted, clock(17), "URH")
        story.tell(list, .cancelled, clock(19))
        #expect(story.timeline.status?.milestone == .accepted)
        #expect(!story.timeline.entries.contains { $0.milestone == .cancelled })
    }

    @Test func arrivalsAndDeparturesAtABorderSayOnWhichSide() {
        var story = Story.aboard()
        story.tell(box, .arrived, clock(21, 3), "ALK", code: "ARRI")
        story.tell(box, .departed, clock(21, 8), "ALK")
        story.tell(box, .arrived, clock(21, 9), "DST")
        story.tell(box, .arrived, clock(30, 9), "MAA")
        let entries = story.timeline.entries
        #expect(entries.map(\.milestone) == [.borderArrived, .borderDeparted, .borderArrived, .borderArrived])
        #expect(entries.map(\.side) == ["CN", "CN", "KZ", "PL"])
        #expect(entries.first?.rawCode == "ARRI", "the carrier's own code stays")
    }

    @Test(arguments: [
        ("ALK", "ALK", 21, true), ("ALK", "DST", 21, true), ("DST", "DST", 34, true), ("DST", "DST", 36, false),
        ("ALK", "ALT", 21, false), ("URH", "URH", 21, false),
    ])
    func aLoadAfterADischargeAtABreakOfGaugeIsAGaugeChange(_ row: (String, String, Int, Bool)) {
        var story = Story(box)
        story.tell(box, .discharged, clock(21, 8), row.0)
        story.tell(box, .loaded, clock(row.2, 9), row.1)
        #expect(story.timeline.entries.map(\.milestone) == [.discharged, row.3 ? .gaugeChanged : .loaded])
    }

    @Test func plannedAndEstimatedEventsAreShownAndNeverDecide() {
        var story = Story.aboard()
        story.tell(box, .departed, clock(20, 15), "URH")
        story.tell(box, .arrived, clock(34), "DUI", classifier: .estimated)
        story.tell(box, .arrived, clock(33), "DUI", classifier: .planned)
        let timeline = story.timeline
        #expect(timeline.entries.count == 3)
        #expect(timeline.status?.milestone == .departed)
        #expect(timeline.entries.filter(\.decides).count == 1)
    }

    @Test func theWeakestLinkOnTheWayIsNamed() {
        var story = Story()
        story.put(parcel, in: bag, received: moment(21), message: 1, basis: .observed)
        story.put(bag, in: box, received: moment(21), message: 2, basis: .inferred, probability: 0.85)
        story.put(box, in: train, received: moment(21), message: 3)
        story.trainRuns()
        story.tell(bag, .loaded, clock(20), "URH")
        let timeline = story.timeline
        #expect(timeline.status?.basis == .inferred)
        #expect(timeline.status?.probability == 0.85)
        #expect(timeline.entries.first { $0.subject == bag }?.basis == .observed)
        #expect(timeline.entries.first { $0.subject == bag }?.probability == 1)
    }

    @Test func theParcelsOwnHoldAndTheBoxsAreTwoLines() {
        var story = Story.aboard()
        story.tell(box, .held, clock(30, 9), "MAA")
        story.tell(parcel, .held, clock(30, 10), "MAA")
        let timeline = story.timeline
        #expect(timeline.entries.map(\.decides) == [false, true])
        #expect(timeline.status?.inherited == false)
    }

    @Test func aWithdrawnListHasNoSayAndAnotherHas() {
        var story = Story.aboard()
        let again = Subject(.declaration, .number, "LIST2", issuer: "customs")
        story.put(parcel, in: list, received: moment(18), message: 2)
        story.put(parcel, in: again, received: moment(19), message: 3)
        story.tell(parcel, .announced, clock(17))
        story.tell(list, .exportHeld, clock(18, 9), source: "customs")
        story.tell(list, .exportCleared, clock(18, 12), source: "customs")
        #expect(story.timeline.status?.milestone == .exportCleared)
        story.tell(list, .cancelled, clock(18, 15), source: "customs")
        let withdrawn = story.timeline
        #expect(withdrawn.status?.milestone == .announced, "the parcel itself was not cancelled")
        #expect(withdrawn.shows(.exportCleared, of: list) && !withdrawn.shows(.cancelled, of: list))
        story.tell(again, .exportDeclared, clock(19, 9), source: "customs")
        #expect(story.timeline.status?.milestone == .exportDeclared)
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .borderArrived)
    }

    @Test func aWithdrawnListThatWasHeldKeepsNothingBack() {
        var story = Story.aboard()
        story.put(parcel, in: list, received: moment(18), message: 2)
        story.tell(list, .exportHeld, clock(18, 9), source: "customs")
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .exportHeld)
        story.tell(list, .cancelled, clock(18, 15), classifier: .planned, source: "customs")
        #expect(story.timeline.status?.milestone == .exportHeld, "asked for is not granted")
        story.tell(list, .cancelled, clock(18, 16), source: "customs")
        #expect(story.timeline.status?.milestone == .borderArrived)
    }
}
