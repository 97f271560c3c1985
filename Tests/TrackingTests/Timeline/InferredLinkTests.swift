import Testing

@testable import Tracking

/// What was worked out: shown with its probability, believed from 0.80 on, and never above what somebody said.
@Suite struct InferredLinkTests {
    private func aboard(_ probability: Double, in container: Subject = box) -> Story {
        var story = Story()
        story.infer(parcel, in: container, probability)
        story.put(box, in: train, received: moment(21), message: 2)
        story.put(otherBox, in: train, received: moment(21), message: 2)
        story.trainRuns()
        return story
    }

    @Test(arguments: [
        (probability: 0.79, carries: false), (0.7999, false), (0.80, true), (0.804, true), (0.95, true), (1, true),
    ])
    func eventsAreInheritedFromFourFifthsOn(_ row: (probability: Double, carries: Bool)) {
        let timeline = aboard(row.probability).timeline
        #expect((timeline.status?.subject == train) == row.carries)
        #expect(timeline.status?.basis == (row.carries ? .inferred : nil))
        #expect(timeline.candidates.map(\.parent) == (row.carries ? [] : [box]))
        #expect(timeline.links.first { $0.link.parent == box }?.carries == row.carries)
    }

    @Test(arguments: [
        (0.796, "0.79"), (0.80, "0.80"), (0.29, "0.29"), (0.999, "0.99"), (1, "1.00"), (0.05, "0.05"), (-1, "0.00"),
    ])
    func noProbabilityIsShownAsMoreThanItIs(_ row: (probability: Double, text: String)) {
        #expect(Belief.text(row.probability) == row.text)
    }

    @Test func theBestThreeOfEachKindAreNamed() {
        var story = Story()
        let boxes = (1...5).map { Subject(.container, .number, "BOX\($0)") }
        for (index, one) in boxes.enumerated() { story.infer(parcel, in: one, 0.1 + Double(index) / 20) }
        story.infer(parcel, in: train, 0.6)
        story.infer(parcel, in: laterTrain, 0.7)
        #expect(story.timeline.candidates.map(\.parent) == [boxes[4], boxes[3], boxes[2], laterTrain, train])
        #expect(story.timeline.status == nil)
    }

    @Test func theTrainMayBeKnownWhereTheContainerIsNot() {
        var story = aboard(0.55)
        story.infer(parcel, in: otherBox, 0.41)
        story.infer(parcel, in: train, 0.97)
        let timeline = story.timeline
        #expect(timeline.status?.subject == train && timeline.status?.probability == 0.97)
        #expect(timeline.candidates.map(\.parent) == [box, otherBox])
    }

    @Test func aChainOfGuessesIsNoSurerThanBothTogether() {
        var story = Story()
        story.infer(parcel, in: bag, 0.9)
        story.infer(bag, in: box, 0.85)
        story.put(box, in: train, received: moment(21), message: 2)
        story.trainRuns()
        let timeline = story.timeline
        #expect(timeline.status == nil)
        #expect(timeline.candidates.map(\.parent) == [box])
        #expect(timeline.candidates.first.map { Belief.text($0.probability) } == "0.76")
    }

    @Test(arguments: [LinkBasis.declared, .observed, .byHand, nil])
    func itNeverOverridesWhatSomebodySaid(_ basis: LinkBasis?) {
        for probability in [0.6, 0.94, 0.99] {
            var story = aboard(probability, in: otherBox)
            story.put(parcel, in: box, received: moment(21), message: 5, basis: basis)
            story.tell(box, .passed, clock(22), "AGY")
            story.tell(otherBox, .passed, clock(23), "AST")
            let timeline = story.timeline
            #expect(timeline.status?.subject == box && timeline.status?.probability == 1)
            #expect(timeline.candidates == [])
            #expect(timeline.links.first { $0.link.parent == otherBox }?.outrankedBy == MessageID(rawValue: 5))
        }
    }

    /// A bag that somebody put into a container holds against a guess of the parcel, and the other way round.
    @Test(arguments: [true, false])
    func itYieldsToWhatIsToldOnAnotherWayUp(parcelIsTold: Bool) {
        var story = Story()
        story.put(parcel, in: bag, received: moment(21), message: 1)
        if parcelIsTold {
            story.put(parcel, in: box, received: moment(21), message: 1)
            story.infer(bag, in: otherBox, 0.9)
        } else {
            story.put(bag, in: box, received: moment(21), message: 1)
            story.infer(parcel, in: otherBox, 0.9)
        }
        story.tell(box, .gatedIn, clock(19, 13), "KYT")
        story.tell(otherBox, .gatedIn, clock(19, 14), "URH")
        #expect(story.timeline.status?.subject == box)
        #expect(story.timeline.milestones(of: otherBox).isEmpty && story.timeline.conflicts.isEmpty)
    }

    @Test(arguments: [(probability: 0.949, isConflict: false), (0.95, true), (0.99, true)])
    func aSureGuessAgainstAPaperIsAConflictWithBothSides(_ row: (probability: Double, isConflict: Bool)) {
        var story = aboard(row.probability, in: otherBox)
        story.put(parcel, in: box, received: moment(21), message: 5)
        let conflicts = story.timeline.conflicts
        #expect(conflicts.map(\.kind) == (row.isConflict ? [.inferredOtherwise] : []))
        guard let conflict = conflicts.first else { return }
        #expect(conflict.subjects == [parcel, box, otherBox])
        #expect(conflict.messages == [MessageID(rawValue: 5), MessageID(rawValue: 9)])
        #expect(conflict.reason.contains(box.code) && conflict.reason.contains(otherBox.code))
    }

    @Test func aPersonsWordLeavesNoConflict() {
        var story = aboard(0.99, in: otherBox)
        story.put(parcel, in: box, received: moment(21), message: 5, basis: .byHand)
        #expect(story.timeline.conflicts == [])
    }

    @Test func whatAPersonDeniesIsNoCandidate() {
        var story = aboard(0.6)
        story.put(parcel, in: box, received: moment(22), message: 6, basis: .byHand, probability: 0)
        #expect(story.timeline.candidates == [])
        #expect(story.timeline.links.allSatisfy { $0.link.parent != box || $0.denied })
    }

    /// Worked out long afterwards it is still about the journey that it names, though the box was used again.
    @Test func itIsAboutItsOwnDepartureHoweverLateItIsFound() {
        var story = Story()
        story.infer(parcel, in: box, 0.9, departure: moment(20, 14, 56), at: moment(20).plus(days: 70))
        story.put(box, in: train, received: moment(21), message: 2)
        story.put(box, in: nextTrain, received: moment(20).plus(days: 69), message: 9)
        story.trainRuns()
        story.tell(nextTrain, .departed, EventTime(moment(20).plus(days: 39), offsetMinutes: 480), "URH")
        #expect(story.timeline.status?.subject == train)
        #expect(story.timeline.milestones(of: nextTrain).isEmpty)
    }
}

extension Story {
    mutating func infer(
        _ child: Subject, in parent: Subject, _ probability: Double, departure: Instant? = nil,
        at inferredAt: Instant = moment(21)
    ) {
        dossier.links.append(
            Link(
                child: child, parent: parent, basis: .inferred, probability: probability, source: "caravan",
                message: MessageID(rawValue: 9), recordedAt: inferredAt,
                evidence: [LinkEvidence(kind: .customsList, bits: 9.5, text: "list L1")], departure: departure))
    }
}
