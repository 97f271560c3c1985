import Testing
import Tracking

/// Moved from one carrier to the next: boxes, bags, wagons and trains one after another.
@Suite struct MovedTests {
    private let chinese = Subject(.wagon, .uicWagon, "313333445566"), wide = Subject(.wagon, .wagon1520, "94512345")
    private let european = Subject(.wagon, .uicWagon, "335608000758")
    private let kazakh = Subject(.train, .train, "1402@2026-11-22")
    private let polish = Subject(.train, .train, "42353@2026-12-01")

    @Test(arguments: [LinkBasis.observed, .declared])
    func aParcelMovedToAnotherContainerWasInTheFirstUntilThen(basis: LinkBasis) {
        var story = Story()
        story.put(parcel, in: box, received: moment(19), message: 1)
        story.put(parcel, in: otherBox, received: moment(23), message: 2, from: clock(22, 12), basis: basis)
        story.tell(box, .arrived, clock(21), "DST")
        story.tell(box, .departed, clock(23), "DST")
        story.tell(otherBox, .arrived, clock(20), "DST")
        story.tell(otherBox, .departed, clock(24), "DST")
        let timeline = story.timeline
        #expect(timeline.conflicts.isEmpty)
        #expect(timeline.milestones(of: box) == [.borderArrived])
        #expect(timeline.milestones(of: otherBox) == [.borderDeparted])
        #expect(timeline.links.map(\.until?.milliseconds).contains(moment(22).milliseconds - 1))
    }

    @Test func whatAPersonSaidIsNotMovedByAPaper() {
        var story = Story()
        story.put(parcel, in: box, received: moment(19), message: 1, basis: .byHand)
        story.put(parcel, in: otherBox, received: moment(23), message: 2, from: clock(22), basis: .observed)
        story.tell(box, .departed, clock(23), "DST")
        story.tell(otherBox, .departed, clock(24), "DST")
        #expect(story.timeline.milestones(of: box) == [.borderDeparted])
        #expect(story.timeline.milestones(of: otherBox).isEmpty)
    }

    @Test func twoPapersOfTheSameTimeContradictEachOther() {
        var story = Story()
        for (number, box) in [box, otherBox].enumerated() {
            let message = Int64(number + 1)
            story.put(parcel, in: box, received: moment(19), message: message, from: clock(18), basis: .observed)
        }
        #expect(story.timeline.conflicts.map(\.kind) == [.twoCarriers])
    }

    @Test func aBagInTwoContainersIsAConflictAndItsListedParcelsAreClear() {
        func story(of subject: Subject) -> Story {
            var story = Story(subject)
            story.put(parcel, in: bag, received: moment(19), message: 1)
            story.put(bag, in: box, received: moment(19), message: 1)
            story.put(bag, in: otherBox, received: moment(19), message: 1)
            story.tell(box, .gatedIn, clock(19, 9), "URH")
            story.tell(otherBox, .gatedIn, clock(19, 10), "KYT")
            return story
        }
        #expect(story(of: bag).timeline.conflicts.map(\.kind) == [.twoCarriers])
        #expect(story(of: parcel).timeline.conflicts.map(\.kind) == [.twoCarriers])
        var listed = story(of: parcel)
        listed.put(parcel, in: otherBox, received: moment(19), message: 1)
        let timeline = listed.timeline
        #expect(timeline.conflicts.isEmpty)
        #expect(timeline.milestones(of: otherBox) == [.gatedIn] && timeline.milestones(of: box).isEmpty)
        #expect(timeline.links.first { $0.link.child == bag && $0.link.parent == box }?.carries == false)
    }

    @Test func listedInOneContainerWhileItsBagIsInAnotherIsAConflict() {
        var story = Story()
        story.put(parcel, in: bag, received: moment(19), message: 1)
        story.put(bag, in: box, received: moment(19), message: 2)
        story.put(parcel, in: otherBox, received: moment(19), message: 3)
        story.put(box, in: train, received: moment(21), message: 4)
        story.put(otherBox, in: train, received: moment(21), message: 4)
        story.trainRuns()
        story.tell(box, .passed, clock(22), "AGY")
        story.tell(otherBox, .passed, clock(23), "AGY")
        let timeline = story.timeline
        #expect(timeline.conflicts.map(\.messages) == [[MessageID(rawValue: 2), MessageID(rawValue: 3)]])
        #expect(timeline.milestones(of: train) == [.departed, .passed, .borderArrived])
        #expect(timeline.milestones(of: box).isEmpty && timeline.milestones(of: otherBox).isEmpty)
    }

    @Test func aScanOfTheParcelOutranksWhatItsBagsPaperSays() {
        var story = Story()
        story.put(parcel, in: bag, received: moment(19), message: 1)
        story.put(bag, in: box, received: moment(19), message: 2)
        story.put(parcel, in: otherBox, received: moment(19), message: 3, basis: .observed)
        story.tell(box, .gatedIn, clock(19), "KYT")
        story.tell(otherBox, .gatedIn, clock(19, 13), "URH")
        let timeline = story.timeline
        #expect(timeline.conflicts.isEmpty && timeline.milestones(of: box).isEmpty)
        #expect(timeline.links.first { $0.link.child == bag }?.outrankedBy == MessageID(rawValue: 3))
    }

    @Test func aBillsTrainYieldsToTheOneTheBoxWasSeenOn() {
        let bill = Subject(.consignment, .number, "BILL1")
        var story = Story()
        story.put(parcel, in: box, received: moment(19), message: 1)
        story.put(parcel, in: bill, received: moment(19), message: 1)
        story.put(bill, in: train, received: moment(21), message: 2)
        story.put(box, in: laterTrain, received: moment(23), message: 3, basis: .observed)
        story.trainRuns()
        story.tell(laterTrain, .departed, clock(22, 15), "URH")
        let timeline = story.timeline
        #expect(timeline.milestones(of: train).isEmpty)
        #expect(timeline.milestones(of: laterTrain) == [.departed])
        story.dossier.links[3].basis = nil
        #expect(story.timeline.conflicts.map(\.kind) == [.twoCarriers], "both declared: neither is told by more")
        #expect(story.timeline.milestones(of: laterTrain).isEmpty)
    }

    /// Three wagons and three trains, as papers without times name them.
    private func reformed() -> Story {
        var story = Story()
        story.put(parcel, in: box, received: moment(19), message: 1)
        for (wagon, run, day, message) in [(chinese, train, 21, 2), (wide, kazakh, 23, 3), (european, polish, 32, 4)] {
            story.put(box, in: wagon, received: moment(day), message: Int64(message))
            story.put(wagon, in: run, received: moment(day), message: Int64(message), basis: .observed)
        }
        story.tell(box, .loaded, clock(20, 9), "URH")
        story.tell(train, .departed, clock(20, 14), "URH")
        story.tell(train, .arrived, clock(21, 3), "ALK")
        story.tell(box, .arrived, clock(21, 12), "DST")
        story.tell(kazakh, .departed, clock(22, 15), "DST")
        story.tell(kazakh, .passed, clock(23, 15), "AGY")
        story.tell(box, .arrived, clock(30, 9), "MAA")
        story.tell(polish, .departed, clock(31, 9), "MAA")
        story.tell(polish, .arrived, clock(32, 9), "POZ")
        for (wagon, place, day) in [(chinese, "JHE", 20), (wide, "AST", 25), (european, "POZ", 32)] {
            story.tell(wagon, .passed, clock(day, 20), place)
        }
        story.tell(wide, .passed, clock(33), "MOW")
        story.tell(chinese, .passed, clock(33), "KYT")
        return story
    }

    @Test func theTrainsOfAJourneyFollowOneAnother() {
        let timeline = reformed().timeline
        #expect(timeline.conflicts.isEmpty, "\(timeline.conflicts)")
        #expect(timeline.milestones(of: train) == [.departed, .borderArrived])
        #expect(timeline.milestones(of: kazakh) == [.borderDeparted, .passed])
        #expect(timeline.milestones(of: polish) == [.borderDeparted, .arrived])
    }

    @Test func eachWagonCarriesItsOwnSectionThoughNobodyTellsTheGaugeChange() {
        let timeline = reformed().timeline
        #expect(timeline.entries.filter { $0.subject == chinese }.map(\.place?.text) == ["JHE"])
        #expect(timeline.entries.filter { $0.subject == wide }.map(\.place?.text) == ["AST"])
        #expect(timeline.entries.filter { $0.subject == european }.map(\.place?.text) == ["POZ"])
    }

    @Test func theGaugeOfAWagonTellsItsSectionHoweverLateThePaper() {
        var story = reformed()
        for index in story.dossier.links.indices where story.dossier.links[index].parent.kind == .wagon {
            story.dossier.links[index].recordedAt = moment(36)
        }
        story.dossier.links.removeAll { $0.parent.kind == .train && $0.parent != train }
        #expect(story.timeline.entries.filter { $0.subject == wide }.map(\.place?.text) == ["AST"])
    }

    @Test(arguments: [clock(21, 14), clock(21, 16), wholeDay(21)])
    func aGaugeChangeThatTwoTellOfIsOne(other: EventTime) {
        var story = reformed()
        story.tell(box, .gaugeChanged, clock(21, 15), "DST", source: "table")
        story.tell(box, .gaugeChanged, other, "DST", source: "line")
        #expect(story.timeline.entries.filter { $0.subject == wide }.map(\.place?.text) == ["AST"])
        #expect(story.timeline.entries.filter { $0.subject == european }.map(\.place?.text) == ["POZ"])
    }

    @Test func aBoxNotSeenBetweenTheBreaksWasOnTheOtherGaugeThere() {
        var story = reformed()
        story.tell(box, .gaugeChanged, clock(21, 15), "DST")
        story.tell(box, .arrived, clock(33), "DUI")
        #expect(story.timeline.entries.filter { $0.subject == wide }.map(\.place?.text) == ["AST"])
        #expect(story.timeline.entries.filter { $0.subject == european }.map(\.place?.text) == ["POZ"])
    }

    @Test func aPaperNearALaterTrainIsStillAboutTheWholeJourney() {
        var story = reformed()
        story.dossier.links[0].recordedAt = moment(31)
        #expect(story.timeline.milestones(of: train) == [.departed, .borderArrived])
        #expect(story.timeline.milestones(of: box).first == .loaded)
    }

    @Test func aTrainOfDigitsWithoutNewsContinuesTheRun() {
        var story = Story.aboard()
        story.put(box, in: kazakh, received: moment(24), message: 3, basis: .observed)
        story.tell(train, .departed, clock(20, 14), "URH")
        #expect(story.timeline.conflicts.isEmpty)
        #expect(story.timeline.links.filter { $0.link.parent.kind == .train }.allSatisfy { $0.carries })
    }
}
