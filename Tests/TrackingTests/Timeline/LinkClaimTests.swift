import Testing
import Tracking

/// Claims: what they rest on, what outranks what, and what contradicts.
@Suite struct LinkClaimTests {
    @Test func aManifestMadeBeforeDepartureDoesNotSayDeparted() {
        var story = Story()
        story.put(parcel, in: box, received: moment(19), message: 1)
        story.put(box, in: train, received: moment(19), message: 1)
        story.tell(box, .gatedIn, clock(19, 9), "URH", load: .laden)
        story.trainRuns()
        let timeline = story.timeline
        #expect(timeline.links.first { $0.link.parent == train }?.basis == .planned)
        #expect(timeline.status?.milestone == .gatedIn)
        #expect(timeline.status?.expected == train)
        #expect(timeline.expected == [train])
        #expect(timeline.milestones(of: train).isEmpty)
    }

    @Test func aPaperOfTheTimeAfterTheDepartureDeclares() {
        var story = Story.aboard()
        story.trainRuns()
        let timeline = story.timeline
        #expect(timeline.links.first { $0.link.parent == train }?.basis == .declared)
        #expect(timeline.status?.milestone == .borderArrived)
        #expect(timeline.status?.basis == .declared)
        #expect(timeline.expected.isEmpty)
    }

    @Test(arguments: [(received: moment(20, 14, 55), basis: LinkBasis.planned), (moment(20, 14, 56), .declared)])
    func theActualDepartureDividesPlanFromDeclaration(_ row: (received: Instant, basis: LinkBasis)) {
        var story = Story(box)
        story.put(box, in: train, received: row.received, message: 1)
        story.tell(train, .departed, clock(20, 14, 56), "URH")
        #expect(story.timeline.links.map(\.basis) == [row.basis])
    }

    @Test(arguments: [(received: moment(20, 23, 59), basis: LinkBasis.planned), (moment(21, 0, 0), .declared)])
    func withoutDepartureNewsTheEndOfTheDateInUrumqiDivides(_ row: (received: Instant, basis: LinkBasis)) {
        var story = Story(box)
        story.put(box, in: train, received: row.received, message: 1)
        #expect(story.timeline.links.map(\.basis) == [row.basis])
    }

    @Test(arguments: [bag, box, Subject(.consignment, .number, "BILL1")])
    func aPaperAboutAnythingButATrainDeclares(parent: Subject) {
        var story = Story()
        story.put(parcel, in: parent, received: moment(10), message: 1)
        #expect(story.timeline.links.map(\.basis) == [.declared])
    }

    @Test(arguments: [
        (LinkBasis.byHand, LinkBasis.observed), (.observed, .declared), (.declared, .inferred), (.inferred, .planned),
    ])
    func theStrongerBasisOutranksAndTheOtherStaysVisible(_ pair: (LinkBasis, LinkBasis)) {
        var story = Story()
        for (box, message, basis) in [(box, Int64(1), pair.1), (otherBox, 2, pair.0)] {
            story.put(
                parcel, in: box, received: moment(19), message: message, basis: basis,
                probability: basis == .inferred ? 0.9 : 1)
        }
        story.tell(box, .gatedIn, clock(19, 13), "KYT")
        story.tell(otherBox, .gatedIn, clock(19, 14), "URH")
        let timeline = story.timeline
        #expect(timeline.links.count == 2)
        #expect(timeline.links.first { $0.link.parent == box }?.outrankedBy == MessageID(rawValue: 2))
        #expect(timeline.milestones(of: box).isEmpty)
        #expect(timeline.milestones(of: otherBox) == [.gatedIn])
        #expect(timeline.conflicts.isEmpty)
    }

    @Test func twoContainersAtOnceIsAConflictThatNamesBothMessages() {
        var story = Story()
        story.put(parcel, in: box, received: moment(21), message: 1)
        story.put(parcel, in: otherBox, received: moment(21), message: 2)
        story.put(box, in: train, received: moment(21), message: 3)
        story.put(otherBox, in: train, received: moment(21), message: 4)
        story.trainRuns()
        story.tell(box, .passed, clock(22), "AGY")
        let timeline = story.timeline
        #expect(timeline.conflicts.map(\.kind) == [.twoCarriers])
        #expect(timeline.conflicts.first?.messages == [MessageID(rawValue: 1), MessageID(rawValue: 2)])
        #expect(timeline.milestones(of: box).isEmpty, "what differs is not inherited")
        #expect(timeline.milestones(of: train) == [.departed, .passed, .borderArrived], "what both share is")
    }

    @Test func anInferredLinkPassesItsProbabilityOn() {
        var story = Story()
        story.put(parcel, in: box, received: moment(21), message: 1, basis: .inferred, probability: 0.93)
        story.put(box, in: train, received: moment(21), message: 2)
        story.trainRuns()
        #expect(story.timeline.status?.probability == 0.93)
        #expect(story.timeline.status?.basis == .inferred)
    }

    @Test func oneContainerAfterAnotherIsNoConflict() {
        var story = Story()
        story.put(parcel, in: box, received: moment(10), message: 1, until: clock(15), basis: .observed)
        story.put(parcel, in: otherBox, received: moment(16), message: 2, from: clock(16), basis: .observed)
        story.tell(box, .arrived, clock(14), "KYT")
        story.tell(box, .departed, clock(16), "KYT")
        story.tell(otherBox, .loaded, clock(17), "URH")
        let timeline = story.timeline
        #expect(timeline.conflicts.isEmpty)
        #expect(timeline.entries.map(\.milestone) == [.arrived, .loaded])
    }

    @Test func aHouseAndAMasterBillDoNotCompete() {
        let house = Subject(.consignment, .number, "HOUSE"), master = Subject(.consignment, .number, "MASTER")
        var story = Story()
        story.put(parcel, in: house, received: moment(19), message: 1)
        story.put(parcel, in: master, received: moment(19), message: 2)
        story.tell(house, .gatedIn, clock(19), "URH")
        story.tell(master, .loaded, clock(20), "URH")
        #expect(story.timeline.conflicts.isEmpty)
        #expect(story.timeline.entries.map(\.milestone) == [.gatedIn, .loaded])
    }

    @Test func aReconsignedNoteContinuesTheOldOne() {
        let old = Subject(.consignment, .number, "SMGS"), new = Subject(.consignment, .number, "CIM")
        var story = Story()
        story.put(parcel, in: old, received: moment(19), message: 1)
        story.put(old, in: new, received: moment(30), message: 2)
        story.tell(new, .arrived, clock(33), "DUI")
        #expect(story.timeline.status?.subject == new)
    }

    @Test func aScanThatSaysWhenItEndedEndsTheScanThatSaysWhenItBegan() {
        var story = Story()
        story.put(parcel, in: bag, received: moment(18), message: 1, from: clock(18), basis: .observed)
        story.put(parcel, in: bag, received: moment(22), message: 2, until: clock(22), basis: .observed)
        story.tell(bag, .loaded, clock(20), "URH")
        story.tell(bag, .arrived, clock(30), "AST")
        #expect(story.timeline.milestones(of: bag) == [.loaded])
    }
}
