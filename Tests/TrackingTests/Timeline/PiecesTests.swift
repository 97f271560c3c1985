import Testing
import Tracking

/// Hubs make several parcels of one; it is delivered when all of them are.
@Suite struct PiecesTests {
    private let second = Subject(.parcel, Scheme(rawValue: "dhl"), "00340435")

    private func story(messages: [Int64] = [1, 1]) -> Story {
        var story = Story.aboard()
        story.state(parcel, "unload", "DUI")
        story.boxTravels()
        story.also(local, .lastMile, message: messages[0])
        story.also(second, .lastMile, message: messages[1])
        return story
    }

    @Test func onePieceOfTwoDeliversNothing() {
        var story = story()
        story.tell(local, .outForDelivery, clock(36), "DUI", source: "dhl")
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .stripped)
        #expect(story.timeline.pieces?.delivered == [local])
        #expect(story.timeline.pieces?.open == [second])
        #expect(story.timeline.shows(.delivered, of: local))
        story.tell(second, .outForDelivery, clock(38), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .outForDelivery)
        story.tell(second, .delivered, clock(38, 18), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
        #expect(story.timeline.pieces == nil)
    }

    @Test func aLostPieceIsNotDelivered() {
        var story = story()
        story.tell(second, .lost, clock(36), "DUI", source: "dhl")
        story.tell(local, .delivered, clock(37), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .lost)
    }

    @Test func aNewLabelReplacesTheOldOne() {
        var story = story(messages: [1, 50])
        story.tell(local, .sorted, clock(36), "DUI", source: "dhl")
        story.tell(second, .sorted, clock(36, 18), "DUI", source: "dhl")
        story.tell(second, .delivered, clock(37), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
        #expect(story.timeline.pieces == nil)
    }

    @Test func anOldLabelThatIsStillScannedIsAPiece() {
        var story = story(messages: [1, 50])
        story.tell(second, .sorted, clock(36), "DUI", source: "dhl")
        story.tell(local, .sorted, clock(36, 18), "DUI", source: "dhl")
        story.tell(second, .delivered, clock(37), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .sorted)
        #expect(story.timeline.pieces?.open == [local])
    }

    @Test(arguments: [Milestone.relabelled, .cancelled])
    func aNumberThatWasTakenBackIsNoPiece(milestone: Milestone) {
        var story = story()
        story.tell(local, milestone, clock(36), "DUI", source: "dhl")
        story.tell(second, .delivered, clock(37), "DUI", source: "dhl")
        #expect(story.timeline.status?.milestone == .delivered)
    }

    @Test func carriersThatFollowEachOtherWaitForNobody() {
        let other = Subject(.parcel, .number, "3SXXXX", issuer: "PostNL")
        var story = Story.aboard()
        story.state(parcel, "unload", "DUI")
        story.boxTravels()
        story.also(local, .lastMile)
        story.also(other, .lastMile)
        story.tell(local, .handedOver, clock(36), "DUI", source: "dhl")
        story.tell(other, .delivered, clock(38), country: "NL", source: "postnl")
        #expect(story.timeline.status?.milestone == .delivered)
    }
}
