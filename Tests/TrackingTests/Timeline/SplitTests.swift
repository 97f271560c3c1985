import Testing
import Tracking

/// A parcel of which only the consignment is known has what all containers of the consignment share.
@Suite struct SplitTests {
    private let bill = Subject(.consignment, .number, "BILL1")
    private let boxes = (1...3).map { Subject(.container, .number, "BOX\($0)") }

    /// Three boxes under one bill on one train: all reach Dostyk, two go on to Malaszewicze.
    private func story(_ subject: Subject = parcel) -> Story {
        var story = Story(subject)
        story.put(parcel, in: bill, received: moment(19), message: 1)
        for (index, box) in boxes.enumerated() {
            story.put(box, in: bill, received: moment(19), message: 2)
            story.put(box, in: train, received: moment(21), message: 3)
            story.tell(box, .arrived, clock(22, 9 + index), "DST")
        }
        story.trainRuns()
        story.tell(boxes[0], .arrived, clock(30, 9), "MAA")
        story.tell(boxes[1], .arrived, clock(30, 11), "MAA")
        return story
    }

    @Test func theStatusIsWhatAllContainersShare() {
        let timeline = story().timeline
        #expect(timeline.status?.milestone == .borderArrived && timeline.status?.place?.text == "DST")
        #expect(timeline.status?.time == clock(22, 11), "when the last of them was there, all were")
        #expect(timeline.milestones(of: train) == [.departed, .passed, .borderArrived])
        #expect(!timeline.entries.contains { $0.place?.text == "MAA" }, "two of three say nothing of the parcel")
        #expect(timeline.conflicts.isEmpty)
    }

    @Test func theSplitTellsThemApart() {
        let split = story().timeline.split
        #expect(split?.consignment == bill)
        #expect(split?.positions.map(\.place?.text) == ["MAA", "MAA", "DST"])
        #expect(split?.progress.groups.map(\.count) == [2, 1])
    }

    @Test func theConsignmentItselfIsToldTheSame() {
        let timeline = story(bill).timeline
        #expect(timeline.status?.place?.text == "DST")
        #expect(timeline.split?.progress.groups.map(\.count) == [2, 1])
    }

    @Test func theOnlyContainerOfAConsignmentIsTheParcels() {
        var story = story()
        story.dossier.links.removeAll { boxes[1...].contains($0.child) }
        #expect(story.timeline.status?.place?.text == "MAA")
        #expect(story.timeline.milestones(of: boxes[0]) == [.borderArrived, .borderArrived])
    }

    @Test(arguments: [parcel, bag])
    func whoseContainerIsToldIsNotSplit(child: Subject) {
        var story = story()
        if child == bag { story.put(parcel, in: bag, received: moment(19), message: 4) }
        story.put(child, in: boxes[2], received: moment(19), message: 4)
        let timeline = story.timeline
        #expect(timeline.split == nil)
        #expect(timeline.status?.place?.text == "DST" && timeline.status?.time == clock(22, 11))
    }

    @Test func aContainerThatAPersonRulesOutIsNone() {
        var story = story()
        story.put(parcel, in: boxes[2], received: moment(23), message: 5, basis: .byHand, probability: 0)
        #expect(story.timeline.status?.place?.text == "MAA")
        #expect(story.timeline.split?.positions.count == 2)
    }

    @Test func oneThatWasLeftBehindTakesTheDepartureFromAll() {
        var story = story()
        story.dossier.events.removeAll { $0.subject == boxes[2] }
        story.tell(boxes[2], .gatedIn, clock(19), "URH")
        story.tell(boxes[2], .rolled, clock(20, 10), "URH")
        let timeline = story.timeline
        #expect(timeline.status == nil, "no event is shared by all three")
        #expect(timeline.split?.positions.last?.milestone == .rolled)
        #expect(timeline.split?.progress.groups.map(\.count) == [2, 1])
    }

    @Test func aTrainOfTheBillCarriesWhatItReallyTook() {
        var story = story()
        story.dossier.links.removeAll { $0.parent == train }
        story.put(bill, in: train, received: moment(21), message: 6)
        #expect(story.timeline.milestones(of: train) == [.departed, .passed, .borderArrived])
        story.dossier.events.removeAll { $0.subject == boxes[2] }
        story.tell(boxes[2], .rolled, clock(20, 10), "URH")
        #expect(story.timeline.milestones(of: train).isEmpty)
        #expect(
            story.timeline.links.first { $0.link.child == bill }?.until
                == moment(20, 10).advanced(by: .milliseconds(-1)))
    }

    @Test func ofAReconsignedNoteTheContainersAreTheOldOnes() {
        let note = Subject(.consignment, .number, "CIM9"), foreign = Subject(.container, .number, "BOX9")
        var story = story()
        story.put(bill, in: note, received: moment(30), message: 7)
        story.put(foreign, in: note, received: moment(30), message: 7)
        story.tell(foreign, .arrived, clock(23), "AGY")
        story.tell(note, .arrived, clock(33), "DUI")
        let timeline = story.timeline
        #expect(timeline.split?.consignment == bill && timeline.split?.positions.count == 3)
        #expect(timeline.status?.subject == note, "the new note continues the old one")
    }

    @Test func aBoxUsedAgainLendsOnlyTheJourneyUnderTheBill() {
        var story = story()
        let next = Subject(.consignment, .number, "BILL2")
        for box in boxes {
            story.tell(box, .stripped, clock(36), "DUI")
            story.put(box, in: next, received: moment(56), message: 8)
            story.put(box, in: nextTrain, received: moment(59), message: 9)
            story.tell(box, .stuffed, clock(57), "URH")
        }
        story.tell(nextTrain, .departed, clock(58), "URH")
        #expect(story.timeline.status?.milestone == .stripped)
    }
}
