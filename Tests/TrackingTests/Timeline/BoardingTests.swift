import Testing
import Tracking

/// Listed is not aboard; and aboard only as far as the train goes with the box.
@Suite struct BoardingTests {
    private func planned(_ subject: Subject = box) -> Story {
        var story = Story(subject)
        story.put(parcel, in: box, received: moment(18), message: 1)
        story.put(box, in: train, received: moment(18), message: 1)
        story.trainRuns()
        return story
    }

    @Test(arguments: [
        (Milestone.loaded, clock(20, 9), "URH"), (.loaded, clock(20, 9), "SNP"), (.departed, clock(20, 15), "URH"),
        (.departed, wholeDay(20), "URH"), (.arrived, clock(21, 5), "ALK"), (.passed, clock(22), "AGY"),
        (.passed, clock(20, 23), "JHE"),
    ])
    func theBoxsOwnNewsConfirmsThePlan(_ news: (Milestone, EventTime, String)) {
        var story = planned(parcel)
        story.tell(box, news.0, news.1, news.2)
        let timeline = story.timeline
        #expect(timeline.links.first { $0.link.parent == train }?.confirmed == true)
        #expect(timeline.expected.isEmpty)
        #expect(timeline.entries.contains { $0.milestone == .departed })
        #expect(timeline.links.first { $0.link.parent == train }?.basis == .planned, "it stays what the paper was")
    }

    @Test(arguments: [
        (Milestone.gatedIn, clock(20, 9), "URH"), (.loaded, clock(12, 9), "URH"),
        (.departed, clock(19, 15), "KYT"), (.passed, clock(45), "AGY"), (.departed, clock(20, 16), "name:Yiwu"),
    ])
    func newsThatTellsNothingOfTheTrainConfirmsNothing(_ news: (Milestone, EventTime, String)) {
        var story = planned()
        story.tell(box, news.0, news.1, news.2)
        #expect(story.timeline.expected == [train])
        #expect(story.timeline.milestones(of: train).isEmpty)
    }

    @Test(arguments: [LinkBasis.declared, .observed, .byHand])
    func aConsistAWaybillOrAPersonConfirms(basis: LinkBasis) {
        var story = Story(box)
        story.put(box, in: train, received: moment(18), message: 1, basis: basis)
        story.trainRuns()
        #expect(story.timeline.status?.milestone == .borderArrived)
        #expect(story.timeline.expected.isEmpty)
    }

    @Test func aBoxThatLeftADayLaterWasNotOnTheListedTrain() {
        var story = planned(parcel)
        story.tell(box, .loaded, clock(21, 20), "URH")
        story.tell(box, .departed, clock(22, 15), "URH")
        story.tell(box, .arrived, clock(23, 5), "ALK")
        let timeline = story.timeline
        #expect(timeline.links.first { $0.link.parent == train }?.confirmed == false)
        #expect(timeline.milestones(of: train).isEmpty)
        #expect(timeline.status?.milestone == .borderArrived)
        #expect(timeline.status?.subject == box)
    }

    @Test func aBoxThatWasSeenOnTheWayLeftThoughItLeavesAgainSoon() {
        var story = Story.aboard()
        story.trainRuns()
        story.tell(box, .arrived, clock(21, 9), "ALK")
        story.tell(box, .stripped, clock(24), "ALM")
        story.tell(box, .departed, clock(35, 15), "URH")
        let timeline = story.timeline
        #expect(timeline.shows(.departed, of: train))
        #expect(timeline.status?.milestone == .stripped)
    }

    @Test func aRolledBoxLeftWithTheLaterTrain() {
        var story = planned(parcel)
        story.put(box, in: laterTrain, received: moment(23), message: 2)
        story.tell(box, .loaded, clock(19, 20), "URH")
        story.tell(box, .rolled, clock(20, 10), "URH")
        story.tell(laterTrain, .departed, clock(22, 15), "URH")
        let timeline = story.timeline
        #expect(timeline.milestones(of: train).isEmpty)
        #expect(timeline.status?.subject == laterTrain)
        #expect(timeline.expected.isEmpty)
        #expect(timeline.conflicts.isEmpty)
    }

    @Test func aRollThatIsToldAfterTheDepartureTakesTheDepartureBack() {
        var story = Story.aboard()
        story.trainRuns()
        story.tell(box, .rolled, clock(20, 20), "URH")
        let timeline = story.timeline
        #expect(timeline.milestones(of: train).isEmpty)
        #expect(timeline.status?.milestone == .rolled)
    }

    @Test func aDetachedBoxHasNoTrainNewsUntilItIsAttached() {
        var story = Story.aboard()
        story.tell(train, .departed, clock(20, 14), "URH")
        story.tell(box, .detached, clock(20, 18), "KYT")
        story.tell(train, .passed, clock(20, 20), "JHE")
        story.tell(box, .attached, clock(20, 21), "KYT")
        story.tell(train, .arrived, clock(21, 3), "ALK")
        #expect(story.timeline.milestones(of: train) == [.departed, .borderArrived])
    }

    @Test func aLaterPaperOutranksThePlanForAnotherTrain() {
        var story = planned(parcel)
        story.put(box, in: laterTrain, received: moment(24), message: 2)
        story.tell(laterTrain, .departed, clock(22, 15), "URH")
        let timeline = story.timeline
        #expect(timeline.links.first { $0.link.parent == train }?.outrankedBy == MessageID(rawValue: 2))
        #expect(timeline.milestones(of: train).isEmpty)
        #expect(timeline.status?.subject == laterTrain)
    }

    @Test func twoTrainsDeclaredAtOnceIsAConflict() {
        var story = Story.aboard()
        story.put(box, in: laterTrain, received: moment(24), message: 2)
        story.trainRuns()
        story.tell(laterTrain, .departed, clock(22, 15), "URH")
        #expect(story.timeline.conflicts.map(\.kind) == [.twoCarriers])
        #expect(story.timeline.milestones(of: train).isEmpty)
    }

    @Test func aTrainThatBeginsBeyondTheBorderContinuesTheRun() {
        let kazakh = Subject(.train, .train, "1402@2026-11-22")
        var story = Story.aboard()
        story.put(box, in: kazakh, received: moment(23), message: 2)
        story.trainRuns()
        story.tell(kazakh, .departed, clock(22, 15), "DST")
        story.tell(kazakh, .passed, clock(22, 22), "AGY")
        let timeline = story.timeline
        #expect(timeline.conflicts.isEmpty)
        #expect(timeline.milestones(of: train).count == 3)
        #expect(timeline.milestones(of: kazakh) == [.borderDeparted, .passed])
    }

    @Test func aTrainEndsAtTheFirstBreakOfGauge() {
        var story = Story.aboard()
        story.trainRuns()
        story.tell(train, .departed, clock(21, 9), "ALK")
        story.tell(train, .arrived, clock(21, 10), "DST")
        story.tell(train, .departed, clock(22, 10), "DST")
        story.tell(train, .passed, clock(22, 20), "AGY")
        #expect(story.timeline.milestones(of: train) == [.departed, .passed, .borderArrived, .borderDeparted])
    }

    @Test func arrivalOnTheFarSideIsIncludedAndDepartureFromItNot() {
        var story = Story.aboard()
        story.tell(train, .departed, clock(20, 14, 56), "URH")
        story.tell(train, .arrived, clock(21, 10), "DST")
        story.tell(train, .departed, clock(22, 10), "DST")
        #expect(story.timeline.milestones(of: train) == [.departed, .borderArrived])
        story.dossier.events.removeAll { $0.milestone == .arrived }
        #expect(story.timeline.milestones(of: train) == [.departed])
    }

    @Test func aBoxInheritsItsTrainOnlyUpToItsOwnUnloadingStation() {
        let kazakh = Subject(.train, .train, "1402@2026-11-22")
        var story = Story(parcel)
        story.put(parcel, in: box, received: moment(23), message: 1)
        story.put(box, in: kazakh, received: moment(23), message: 1)
        story.tell(kazakh, .departed, clock(22, 15), "DST")
        story.tell(kazakh, .arrived, clock(23, 15), "AGY")
        story.tell(kazakh, .departed, clock(23, 18), "AGY")
        story.tell(kazakh, .passed, clock(24, 18), "AST")
        #expect(story.timeline.status?.milestone == .passed)
        story.state(box, "unload", "AGY")
        #expect(story.timeline.milestones(of: kazakh) == [.borderDeparted, .arrived])
        story.dossier.facts = []
        story.tell(box, .discharged, clock(23, 17), "AGY")
        #expect(story.timeline.milestones(of: kazakh) == [.borderDeparted, .arrived])
    }

    @Test func aTrainsLoadingNewsBeginsAWeekBefore() {
        var story = Story.aboard()
        story.tell(train, .loaded, clock(12, 9), "URH")
        story.tell(train, .loaded, clock(14, 9), "URH")
        story.tell(train, .departed, clock(20, 14), "URH")
        #expect(story.timeline.milestones(of: train) == [.loaded, .departed])
        #expect(story.timeline.entries.first?.time == clock(14, 9))
    }

    @Test func aWagonLastsFromOneGaugeChangeToTheNext() {
        let wide = Subject(.wagon, .number, "94512345")
        var story = Story(box)
        story.put(box, in: wide, received: moment(23), message: 1)
        story.boxTravels()
        story.tell(box, .discharged, clock(31, 8), "MAA")
        story.tell(box, .loaded, clock(31, 9), "MAA")
        story.tell(wide, .passed, clock(20), "AST", source: "wagons")
        story.tell(wide, .passed, clock(25), "AST", source: "wagons")
        story.tell(wide, .passed, clock(33), "MOW", source: "wagons")
        let of = story.timeline.entries.filter { $0.subject == wide }
        #expect(of.map(\.time) == [clock(25)])
    }

    @Test func aWagonOfTheFirstGaugeEndsAtTheFirstChange() {
        let narrow = Subject(.wagon, .number, "313212345678")
        var story = Story(box)
        story.put(box, in: narrow, received: moment(20), message: 1)
        story.boxTravels()
        story.tell(box, .discharged, clock(31, 8), "MAA")
        story.tell(box, .loaded, clock(31, 9), "MAA")
        story.tell(narrow, .passed, clock(20, 20), "JHE", source: "wagons")
        story.tell(narrow, .passed, clock(24), "KYT", source: "wagons")
        #expect(story.timeline.entries.filter { $0.subject == narrow }.map(\.time) == [clock(20, 20)])
    }

    @Test func aBoxesNewsConfirmsThePlanOfItsBillToo() {
        let bill = Subject(.consignment, .number, "BILL1")
        var story = Story()
        story.put(parcel, in: box, received: moment(18), message: 1)
        story.put(box, in: bill, received: moment(18), message: 1)
        story.put(bill, in: train, received: moment(18), message: 1)
        story.trainRuns()
        #expect(story.timeline.expected == [train])
        #expect(story.timeline.status == nil)
        story.tell(box, .loaded, clock(20, 9), "URH")
        #expect(story.timeline.status?.subject == train)
        #expect(story.timeline.status?.milestone == .borderArrived)
    }

    @Test func anEmptyLoadConfirmsNothing() {
        var story = planned()
        story.tell(box, .loaded, clock(20, 9), "URH", load: .empty)
        #expect(story.timeline.expected == [train])
    }

    @Test func twoPlansContradictNothingAndTheLaterIsExpected() {
        var story = planned()
        story.put(box, in: laterTrain, received: moment(19), message: 2)
        #expect(story.timeline.conflicts.isEmpty)
        #expect(story.timeline.expected == [laterTrain, train])
    }

    @Test func whatOneTrainLeftBehindAnotherTakesUp() {
        var story = Story.aboard()
        story.put(box, in: laterTrain, received: moment(24), message: 2)
        story.tell(train, .departed, clock(20, 14), "URH")
        story.tell(box, .detached, clock(20, 18), "KYT")
        story.tell(laterTrain, .departed, clock(22, 15), "URH")
        story.tell(box, .attached, clock(22, 18), "KYT")
        story.tell(train, .arrived, clock(22, 20), "ALK")
        story.tell(laterTrain, .passed, clock(22, 22), "JHE")
        let timeline = story.timeline
        #expect(timeline.conflicts.isEmpty)
        #expect(timeline.milestones(of: train) == [.departed])
        #expect(timeline.status?.subject == laterTrain)
    }
}
