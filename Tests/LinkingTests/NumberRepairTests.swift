import Linking
import Testing
import Tracking

@Suite struct NumberRepairTests {
    private static let known = "94002026E000123456"

    /// What is repaired of a list as received, when these are known on the lane.
    private func repairs(_ received: String, known: Set<String> = [known], in box: Int = 2) -> [String] {
        var boxes = LinkScene.week
        boxes[box].customsLists = known
        var parcel = LinkScene.parcel("P1", in: 2)
        parcel.customsList = received
        return LinkScene.infer([parcel], boxes).repairs.map(\.known)
    }

    @Test(arguments: [
        // A letter where all known numbers have a digit: no live number looks so.
        ("94002O26E000123456", true), ("94002026E00012345G", true), ("94002026E0001234S6", true),
        // A neighbouring key, a swap and an arbitrary digit outside of the serial's block.
        ("94002026E000153456", true), ("94002026E000213456", true), ("94002026E000923456", true),
        // A character lost or put in.
        ("9400202E000123456", true), ("94002026E0001234566", true),
        // Within the block the number may be one that nobody told of.
        ("94002026E000123457", false), ("94002026E000123956", false),
        // Two edits.
        ("94002026E000213465", false), ("94OO2026E000123456", false),
        // Right as received.
        ("94002026E000123456", false),
    ])
    func oneEditIsRepairedOnlyWhereNothingElseExplainsIt(_ received: String, _ isRepaired: Bool) {
        #expect(repairs(received) == (isRepaired ? [Self.known] : []))
    }

    @Test func twoKnownNumbersAtOneEditRepairNothing() {
        #expect(repairs("94002026E000153456", known: [Self.known, "94002026E000193456"]).isEmpty)
    }

    @Test func aNumberKnownElsewhereAndLongAgoRepairsNothing() {
        var old = LinkScene.container(8, train: -40)
        old.customsLists = [Self.known]
        var parcel = LinkScene.parcel("P1", in: 2)
        parcel.customsList = "94002026E000153456"
        #expect(LinkScene.infer([parcel], LinkScene.week + [old]).repairs.isEmpty)
    }

    @Test func aNumberThatSeveralParcelsStateWasNotMisread() {
        var boxes = LinkScene.week
        boxes[2].customsLists = [Self.known]
        let parcels = (0..<2).map { number in
            var parcel = LinkScene.parcel("P\(number)", in: 2)
            parcel.customsList = "94002026E000153456"
            return parcel
        }
        #expect(LinkScene.infer(parcels, boxes).repairs.isEmpty)
    }

    @Test func aCheckDigitNeverRepairs() {
        // Every valid number one edit away, none of them known: nothing is repaired however many pass.
        #expect(repairs("LY845039168CN", known: ["RB999999999CN"]).isEmpty)
        // Known, but it fails its own check digit: it is no truth to repair to.
        #expect(repairs("LY84S039161CN", known: ["LY845039161CN"]).isEmpty)
        #expect(repairs("LY84S039167CN", known: ["LY845039167CN"]) == ["LY845039167CN"])
        // Passes its check as received: it may well be right.
        #expect(repairs("LY845039167CN", known: ["LY845039176CN"]).isEmpty)
    }

    @Test func theRepairIsNamedAsEvidence() {
        var boxes = LinkScene.week
        boxes[2].customsLists = [Self.known]
        var parcel = LinkScene.parcel("P1", in: 2)
        parcel.customsList = "94002O26E000123456"
        let link = LinkScene.infer([parcel], boxes).links.first { $0.parent == LinkScene.box(2) }
        #expect(link?.evidence.contains { $0.kind == .repairedNumber && $0.text == Self.known } == true)
    }
}
