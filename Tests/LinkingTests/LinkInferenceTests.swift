import Linking
import Testing
import Tracking

@Suite struct LinkInferenceTests {
    @Test func findsTheBoxThatTheScansFit() throws {
        let found = try #require(LinkScene.infer([LinkScene.parcel("P1", in: 3)]).posterior(of: "P1"))
        #expect(found.containers.first?.parent == LinkScene.box(3))
        #expect(found.trains.first?.parent == LinkScene.train(3))
        #expect((found.containers.first?.probability ?? 0) > 0.8)
    }

    @Test func saysWhatSpeaksForALink() {
        let link = LinkScene.infer([LinkScene.parcel("P1", in: 3)]).links.first { $0.parent == LinkScene.box(3) }
        let kinds = Set(link?.evidence.filter { $0.bits > 0 }.map(\.kind) ?? [])
        #expect(kinds.isSuperset(of: [.departureScan, .borderScan]))
    }

    @Test func leavesUnknownWhatHasNoScanAndNoNumber() {
        var parcel = OpenParcel(Subject(.parcel, .number, "P1"))
        parcel.hub = "DUI"
        let result = LinkScene.infer([parcel])
        #expect(Array(result.links).isEmpty)
        #expect(result.posteriors.map(\.members) == [[parcel.subject]])
    }

    @Test func isSureOfTheTrainWhereTwoOfItsBoxesAreAlike() throws {
        var boxes = LinkScene.week
        boxes.append(LinkScene.container(9, train: 3))
        let links = Array(LinkScene.infer([LinkScene.parcel("P1", in: 3)], boxes).links)
        let train = try #require(links.first { $0.parent.kind == .train })
        #expect(train.parent == LinkScene.train(3))
        #expect(train.probability >= 0.8)
        #expect(links.filter { $0.parent.kind == .container }.allSatisfy { $0.probability < 0.8 })
    }

    @Test func givesAllParcelsOfABagOneAnswer() throws {
        let known = LinkScene.parcel("P1", in: 2, bag: "BAG-1")
        let silent = LinkScene.parcel("P2", in: 2, bag: "BAG-1", scans: false)
        let found = try #require(LinkScene.infer([known, silent]).posterior(of: "P2"))
        #expect(found.members.count == 2)
        #expect(found.containers.first?.parent == LinkScene.box(2))
    }

    @Test func linksTheBagWhereItIsASubject() {
        let bag = Subject(.bag, .number, "BAG-1", issuer: "hub")
        let parcels = (1...4).map { number in
            var parcel = LinkScene.parcel("P\(number)", in: 2, bag: "BAG-1")
            parcel.bagSubject = bag
            return parcel
        }
        let children = Set(LinkScene.infer(parcels).links.map(\.child))
        #expect(children == [bag])
    }

    @Test func takesAParcelOutOfABagThatItsScansDoNotFit() throws {
        let parcels =
            (1...6).map { LinkScene.parcel("P\($0)", in: 1, bag: "BAG-1") }
            + [LinkScene.parcel("P9", in: 4, bag: "BAG-1")]
        let result = LinkScene.infer(parcels)
        #expect(result.posterior(of: "P1")?.containers.first?.parent == LinkScene.box(1))
        #expect(result.posterior(of: "P9")?.containers.first?.parent == LinkScene.box(4))
        #expect(result.conflicts.contains { $0.kind == .apart && $0.child.code == "P9" })
    }

    @Test func tellsANumberThatNamesABoxWhichHadLeft() {
        var boxes = LinkScene.week
        boxes[0].customsLists = ["LIST-A"]
        var parcel = LinkScene.parcel("P1", in: 4)
        parcel.customsList = "LIST-A"
        let result = LinkScene.infer([parcel], boxes)
        #expect(result.conflicts.contains { $0.kind == .unreachable && $0.parent == LinkScene.box(0) })
        #expect(!result.links.contains { $0.parent == LinkScene.box(0) })
    }

    @Test func lossOfARareHubWeighsMoreThanThatOfTheCommonOne() {
        func bits(_ hub: String) -> Double {
            var boxes = (0..<9).map { LinkScene.container($0, train: 2) }
            boxes[8].hub = hub
            var parcel = LinkScene.parcel("P1", in: 2)
            parcel.hub = hub
            let links = LinkScene.infer([parcel], boxes).links
            return links.first { $0.parent == LinkScene.box(8) }?.evidence.first { $0.kind == .destination }?.bits ?? 0
        }
        #expect(bits("PRG") > bits("DUI") + 2)
    }

    @Test func countsAListOnceHoweverManyParcelsStateIt() {
        func bits(_ count: Int) -> Double? {
            var boxes = LinkScene.week
            boxes[2].customsLists = ["LIST-A"]
            let parcels = (0..<count).map { number in
                var parcel = LinkScene.parcel("P\(number)", in: 2, bag: "BAG-1")
                parcel.customsList = "LIST-A"
                return parcel
            }
            let link = LinkScene.infer(parcels, boxes).links.first { $0.parent == LinkScene.box(2) }
            return link?.evidence.first { $0.kind == .customsList }?.bits
        }
        let once = bits(1) ?? 0, often = bits(20) ?? 99
        #expect(once > 1)
        #expect(often < once + 0.5)
    }

    @Test func tellsAParcelThatIsGivenTwice() {
        let result = LinkScene.infer([LinkScene.parcel("P1", in: 1), LinkScene.parcel("P1", in: 3)])
        #expect(result.posteriors.count == 1)
        #expect(result.conflicts.map(\.kind) == [.twice])
    }

    @Test func readsADayAsAnyTimeOfIt() {
        var parcel = LinkScene.parcel("P1", in: 3, scans: false)
        parcel.sightings.append(Sighting(.dispatched, at: "URH", LinkScene.time(24 * 3 + 24, .day)))
        let found = LinkScene.infer([parcel]).posterior(of: "P1")
        #expect(found?.containers.first?.parent == LinkScene.box(3))
    }
}
