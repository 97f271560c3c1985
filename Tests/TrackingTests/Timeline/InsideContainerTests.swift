import Testing
import Tracking

/// When a parcel was inside its container, worked out from what is known.
@Suite struct InsideContainerTests {
    @Test func theJourneyOfTheBoxIsTheParcelsFromStuffingToStrip() {
        var story = Story.aboard()
        story.boxTravels()
        let timeline = story.timeline
        #expect(
            timeline.milestones(of: box) == [
                .stuffed, .gatedIn, .loaded, .discharged, .gaugeChanged, .borderDeparted, .passed, .borderArrived,
                .discharged, .gatedOut, .stripped,
            ])
        #expect(timeline.status?.milestone == .stripped, "the strip itself is included")
        #expect(timeline.status?.inherited == true)
    }

    @Test func itBeginsNoEarlierThanTheLastEmptyGateOutOrStrip() {
        var story = Story.aboard()
        story.tell(box, .gatedIn, clock(2), "URH")
        story.tell(box, .stripped, clock(5), "URH")
        story.tell(box, .gatedIn, clock(9), "URH", load: .laden)
        story.tell(box, .gatedOut, clock(12), "URH", load: .empty)
        story.tell(box, .gatedIn, clock(19), "URH", load: .laden)
        let timeline = story.timeline
        #expect(timeline.milestones(of: box) == [.gatedIn])
        #expect(timeline.entries.first?.time == clock(19))
    }

    @Test func whenNothingTellsTheBeginningItIsThreeWeeksBeforeTheDeparture() {
        var story = Story.aboard()
        story.tell(box, .gatedIn, clock(-5), "KYT")
        story.tell(box, .gatedIn, clock(1), "URH")
        #expect(story.timeline.entries.map(\.time) == [clock(1)])
    }

    @Test func aBoxThatCameHomeFromAbroadDoesNotLendItsReturnRun() {
        var story = Story.aboard()
        story.tell(box, .departed, clock(2), "DUI")
        story.tell(box, .arrived, clock(12), "ALK")
        story.tell(box, .discharged, clock(13), "URH")
        story.tell(box, .gatedIn, clock(19), "URH", load: .laden)
        #expect(story.timeline.milestones(of: box) == [.gatedIn])
    }

    @Test func itNeverBeginsBeforeTheLinkSaysSo() {
        var story = Story()
        story.put(parcel, in: box, received: moment(21), message: 1, from: clock(20), basis: .observed)
        story.tell(box, .gatedIn, clock(19), "URH")
        story.tell(box, .loaded, clock(20, 13), "URH")
        #expect(story.timeline.milestones(of: box) == [.loaded])
    }

    @Test func itEndsWhereTheLinkSaysSo() {
        var story = Story.aboard()
        story.dossier.links[1].until = clock(30, 12)
        story.boxTravels()
        #expect(story.timeline.status?.milestone == .borderArrived)
    }

    @Test func aStripElsewhereDoesNotThrowOutTheGermanParcels() {
        var story = Story.aboard()
        story.tell(box, .departed, clock(20, 15), "URH")
        story.tell(box, .stripped, clock(24), "ALM")
        story.tell(box, .passed, clock(26), "AST")
        story.tell(box, .stripped, clock(35), "DUI")
        story.tell(box, .passed, clock(36), "HAM")
        #expect(story.timeline.status?.place == PlaceReference(text: "ALM"), "with no place told any strip ends it")
        story.state(parcel, "unload", "DUI")
        #expect(story.timeline.status?.place == PlaceReference(text: "DUI"))
        story.state(parcel, "unload", "ALM")
        story.dossier.facts.removeFirst()
        #expect(story.timeline.status?.place == PlaceReference(text: "ALM"))
    }

    @Test(arguments: [parcel, bag, box])
    func theUnloadingPlaceMayBeToldOfAnyOfThem(subject: Subject) {
        var story = Story.aboard()
        story.tell(box, .stripped, clock(24), "ALM")
        story.tell(box, .passed, clock(26), "AST")
        story.state(subject, "destination", "DUI")
        #expect(story.timeline.status?.milestone == .passed)
    }

    @Test func aStripOfItsBagPutsTheParcelOut() {
        var story = Story.aboard()
        story.state(parcel, "unload", "DUI")
        story.boxTravels(strip: false)
        story.tell(bag, .stripped, clock(31), "MAA")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == .stripped)
        #expect(!timeline.shows(.gatedOut, of: box))
    }

    @Test(arguments: [Milestone.outForDelivery, .readyForPickup, .deliveryFailed, .delivered, .returning])
    func itsOwnLastMileEndsIt(milestone: Milestone) {
        var story = Story.aboard()
        story.boxTravels(strip: false)
        story.tell(parcel, milestone, clock(36), "DUI")
        story.tell(box, .departed, clock(37), "DUI")
        let timeline = story.timeline
        #expect(timeline.status?.milestone == milestone)
        #expect(timeline.entries.filter { $0.subject == box }.allSatisfy { $0.time.instant < moment(36) })
    }

    @Test(arguments: [
        (Milestone.stuffed, Load?.none, "DUI"), (.gatedIn, .empty, "HAM"), (.gatedOut, .empty, "DUI"),
        (.loaded, .empty, "DUI"), (.gatedIn, nil, "DUI"), (.passed, nil, "AST"), (.gatedIn, nil, "URH"),
    ])
    func theBoxIsUsedAgain(_ news: (Milestone, Load?, String)) {
        var story = Story.aboard()
        story.boxTravels(strip: false)
        story.tell(box, news.0, clock(40), news.2, load: news.1)
        story.tell(box, .arrived, clock(45), "ALK")
        let timeline = story.timeline
        #expect(timeline.entries.allSatisfy { $0.time.instant < moment(40) })
        #expect(timeline.status?.milestone == .gatedOut)
    }

    @Test func itEndsAfterSixtyDays() {
        var story = Story.aboard()
        story.tell(box, .departed, clock(20, 15), "URH")
        story.tell(box, .arrived, clock(79), "DUI")
        story.tell(box, .position, clock(82), "DUI")
        #expect(story.timeline.entries.map(\.time) == [clock(20, 15), clock(79)])
    }

    @Test func itsNextTrainIsAnotherJourney() {
        var story = Story.aboard()
        story.put(box, in: nextTrain, received: moment(59), message: 9)
        story.trainRuns()
        story.tell(nextTrain, .departed, clock(58, 15), "URH")
        story.tell(box, .loaded, clock(58, 9), "URH")
        let timeline = story.timeline
        #expect(timeline.milestones(of: nextTrain).isEmpty)
        #expect(timeline.status?.milestone == .borderArrived)
    }

    @Test func itsFormerTrainWasAnotherJourney() {
        let former = Subject(.train, .train, "X8101@2026-11-05")
        var story = Story.aboard()
        story.put(box, in: former, received: moment(6), message: 9)
        story.tell(former, .departed, clock(5, 15), "URH")
        story.tell(box, .passed, clock(6, 9), "JHE")
        story.trainRuns()
        let timeline = story.timeline
        #expect(timeline.milestones(of: former).isEmpty)
        #expect(timeline.milestones(of: train).count == 3)
    }

    @Test func aPaperWithoutATrainIsAboutTheNearestDeparture() {
        var story = Story()
        story.put(parcel, in: box, received: moment(18), message: 1)
        story.put(box, in: train, received: moment(21), message: 2)
        story.put(box, in: nextTrain, received: moment(59), message: 3)
        story.trainRuns()
        story.tell(nextTrain, .departed, clock(58, 15), "URH")
        #expect(story.timeline.status?.subject == train)
        story.dossier.links[0].recordedAt = moment(22)
        #expect(story.timeline.status?.subject == train, "a paper may come a few days late")
        story.dossier.links[0].recordedAt = moment(55)
        #expect(story.timeline.status?.subject == nextTrain)
    }

    @Test func aParcelIsInTheContainerOnlyWhileItIsInTheBag() {
        var story = Story.aboard()
        story.dossier.links[0].basis = .observed
        story.dossier.links[0].until = clock(22)
        story.boxTravels()
        #expect(story.timeline.entries.allSatisfy { $0.time.instant <= moment(22) })
        #expect(story.timeline.status?.milestone == .passed)
    }

    @Test func emptyMovesAreNobodysNews() {
        var story = Story.aboard()
        story.tell(box, .gatedIn, clock(19), "URH", load: .empty)
        #expect(story.timeline.entries.isEmpty)
    }

    @Test func aPaperAfterTheBoxWasEmptiedIsAboutTheNextDeparture() {
        let soon = Subject(.train, .train, "X8205@2026-12-05")
        var story = Story()
        story.put(parcel, in: box, received: moment(26), message: 1)
        story.put(box, in: train, received: moment(21), message: 2)
        story.put(box, in: soon, received: moment(36), message: 3)
        story.trainRuns()
        story.tell(soon, .departed, clock(35, 15), "URH")
        #expect(story.timeline.status?.subject == train)
        story.tell(box, .stripped, clock(25), "ALM")
        #expect(story.timeline.status?.subject == soon)
    }

    @Test func aPaperThatNamesItsTrainIsAboutThatTrainHoweverLate() {
        var story = Story()
        story.put(parcel, in: box, received: moment(50), message: 1)
        story.put(box, in: train, received: moment(50), message: 1)
        story.put(box, in: nextTrain, received: moment(59), message: 3)
        story.trainRuns()
        story.tell(nextTrain, .departed, clock(58, 15), "URH")
        #expect(story.timeline.status?.subject == train)
        #expect(story.timeline.milestones(of: nextTrain).isEmpty)
    }
}
