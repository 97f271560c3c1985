import Linking
import Testing
import Tracking

/// Another consignor's parcels are no evidence unless the settings allow it.
@Suite struct ConsignorTests {
    private func parcel(_ name: String, _ consignor: String, scans: Bool, bag: String? = "BAG-1") -> OpenParcel {
        var parcel = LinkScene.parcel(name, in: 2, bag: bag, scans: scans)
        parcel.consignor = consignor
        return parcel
    }

    private func probability(_ inference: Inference) -> Double? {
        inference.posterior(of: "MINE")?.containers.first { $0.parent == LinkScene.box(2) }?.probability
    }

    @Test func anotherConsignorsParcelsChangeNothing() {
        let mine = parcel("MINE", "a", scans: false)
        let others = (0..<8).map { parcel("P\($0)", "b", scans: true) }
        #expect(probability(LinkScene.infer([mine] + others)) == probability(LinkScene.infer([mine])))
    }

    @Test func theyAreEvidenceWhereTheSettingsAllowIt() throws {
        let mine = parcel("MINE", "a", scans: false)
        let others = (0..<8).map { parcel("P\($0)", "b", scans: true) }
        let alone = try #require(probability(LinkScene.infer([mine])))
        let together = try #require(probability(LinkScene.infer([mine] + others, sharesEvidence: true)))
        #expect(together > alone)
    }

    @Test(arguments: [("a", true), ("b", false)])
    func onlyNeighboursOfTheSameConsignorCount(_ consignor: String, _ counts: Bool) throws {
        var boxes = LinkScene.week
        boxes[3].neighbours = [BagNeighbours(bag: "BAG-1", consignor: consignor, parcels: 5)]
        let mine = parcel("MINE", "a", scans: false)
        let links = LinkScene.infer([mine], boxes).links
        #expect(links.contains { $0.evidence.contains { $0.kind == .neighbours } } == counts)
    }

    @Test func anotherConsignorsBagRepairsNoNumber() {
        var mine = parcel("MINE", "a", scans: true, bag: "HUB-7X00412")
        mine.sightings = LinkScene.parcel("MINE", in: 2).sightings
        let others = (0..<8).map { parcel("P\($0)", "b", scans: true, bag: "HUB-7700412") }
        #expect(LinkScene.infer([mine] + others).repairs.isEmpty)
        #expect(LinkScene.infer([mine] + others, sharesEvidence: true).repairs.count == 1)
    }

    @Test func aFullBoxWithholdsButNeverAdds() {
        var boxes = LinkScene.week
        boxes[2].declaredPieces = 1
        let mine = parcel("MINE", "a", scans: true, bag: nil)
        let theirs = parcel("THEIRS", "b", scans: true, bag: nil)
        let alone = probability(LinkScene.infer([mine], boxes)) ?? 0
        let beside = probability(LinkScene.infer([mine, theirs], boxes)) ?? 1
        #expect(beside <= alone)
    }
}
