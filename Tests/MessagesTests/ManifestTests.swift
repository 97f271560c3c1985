import Messages
import Testing
import Tracking

/// What the rows of a manifest say.
struct ManifestTests {
    private func read(_ text: String) throws -> Reading { try Reading.of(text, try builtIn("manifest")) }

    private func link(_ reading: Reading) -> [String] {
        reading.links.map { "\($0.child.kind):\($0.child.code) in \($0.parent.kind):\($0.parent.code)" }
    }

    @Test func linksParcelBagContainerWagonAndTrain() throws {
        let reading = try read(
            """
            运单号,大包号,集装箱号,封号,提单号,车号,车次,班列号,发车日期
            YT2415800000000001,B1,MRKU9465770,CN0042,KZ20260001,5212345,X8157,WB883,2026/11/20
            YT2415800000000002,B1,MRKU9465770,CN0042,KZ20260001,5212345,X8157,WB883,2026年11月20日
            """)
        #expect(
            link(reading) == [
                "parcel:YT2415800000000001 in bag:B1", "bag:B1 in container:MRKU9465770",
                "bag:B1 in consignment:KZ20260001",
                "container:MRKU9465770 in consignment:KZ20260001", "container:MRKU9465770 in wagon:5212345",
                "wagon:5212345 in train:X8157@2026-11-20", "parcel:YT2415800000000002 in bag:B1",
            ])
        #expect(reading.links.allSatisfy { $0.basis == nil })
        #expect(
            reading.facts.map { "\($0.subject.code) \($0.name) \($0.value)" }
                == ["MRKU9465770 seal CN0042", "X8157@2026-11-20 service_no WB883"])
        let departure = try #require(reading.events.first)
        #expect(reading.events.count == 1)
        #expect(departure.milestone == .departed)
        #expect(departure.classifier == .planned)
        #expect(departure.place == PlaceReference(text: "URH"))
        #expect(departure.time.precision == .day)
        #expect(departure.time.offsetMinutes == 480)
        #expect(departure.time.instant == Instant(seconds: 1_795_104_000))  // 2026-11-20T00:00+08:00
    }

    @Test(arguments: [
        ("运单号,箱号\nP1,MRKU9465770\n", ["parcel:P1 in container:MRKU9465770"]),
        ("运单号,提单号\nP1,M1\n", ["parcel:P1 in consignment:M1"]),
        ("箱号,车次,发车日期\nMRKU9465770,X8157,20261120\n", ["container:MRKU9465770 in train:X8157@2026-11-20"]),
        ("提单号,车次,发车日期\nM1,X8157,2026-11-20\n", ["consignment:M1 in train:X8157@2026-11-20"]),
        ("车次,箱号,发车日期\nX8157,MRKU9465770,11.20\n", ["container:MRKU9465770 in train:X8157@2026-11-20"]),
    ])
    func readsAnySubsetThatHoldsALink(table: String, links: [String]) throws {
        #expect(link(try read(table)) == links)
    }

    @Test func repeatsALinkForARowThatSaysNothingElse() throws {
        let reading = try read("箱号,车次,发车日期\nMRKU9465770,X8157,20261120\nMRKU9465770,X8157,20261120\n")
        #expect(reading.items.allSatisfy { $0.saysSomething })
        #expect(reading.links.count == 2)
    }

    @Test func givesAliasesWithTheirIssuers() throws {
        let reading = try read("运单号,大包号,订单号,尾程单号,尾程服务商\nP1,B1,SO1,DHL123,dhl-de\n")
        #expect(reading.aliases.map(\.role) == [.order, .lastMile])
        #expect(reading.aliases.map(\.alias.code) == ["SO1", "DHL123"])
        #expect(reading.aliases.map(\.alias.identifier.issuer) == [nil, "dhl-de"])
    }

    @Test func statesTheFactsOfAParcel() throws {
        let reading = try read(
            """
            运单号,大包号,毛重(KG),件数,申报价值,币种,目的国,监管方式,清单编号,客户编码,目的地,下货站
            P1,B1,"1,234.50",２,"0,99",USD,DE,9610,65042026E000000001,C77,Duisburg,Malaszewicze
            """)
        let facts = Dictionary(uniqueKeysWithValues: reading.facts.map { ($0.name, $0) })
        #expect(
            facts.mapValues(\.value) == [
                "weight_kg": "1234.50", "pieces": "2", "value": "0.99", "country": "DE", "mode": "9610",
                "customs_list": "65042026E000000001", "consignor_ref": "C77", "destination": "Duisburg",
                "unload": "Malaszewicze",
            ])
        #expect(facts["value"]?.unit == "USD")
        #expect(facts["weight_kg"]?.unit == "kg")
    }

    @Test func warnsOfATrainWithoutADayAndLinksNothingToIt() throws {
        let reading = try read("箱号,提单号,车次,发车日期\nMRKU9465770,M1,X8157,\nFESU5332167,M1,X8157,\n")
        #expect(reading.problems.map(\.kind) == ["no-departure"])
        #expect(reading.problems.map(\.severity) == [.warning])
        #expect(reading.links.allSatisfy { $0.parent.kind == .consignment })
    }

    @Test func takesTheFactsOfTheFirstRowAndWarnsWhereRowsDisagree() throws {
        let reading = try read(
            """
            运单号,大包号,箱号,件数
            P1,B1,MRKU9465770,1
            P1,B1,MRKU9465770,5
            P1,B2,FESU5332167,1
            """)
        #expect(reading.facts.map(\.value) == ["1"])
        #expect(reading.items.map { $0.problems.map(\.kind) } == [[], ["rows-differ"], ["rows-disagree"]])
        #expect(reading.problems.map(\.value) == ["P1", "P1"])
    }

    @Test func reportsARowThatCannotBeReadAndTakesTheOthers() throws {
        let reading = try read(
            """
            运单号,箱号,毛重,车次,发车日期
            1.2E+19,MRKU9465770,1,,
            P2,CARTON 7,1,,
            P3,MRKU9465770,heavy,,
            P4,TRHU4561222,1,X8157,soon
            """)
        #expect(reading.items.map(\.position) == ["line 2", "line 3", "line 4", "line 5"])
        #expect(reading.items[0].problems.map(\.kind).contains("bad-number"))
        #expect(!reading.items[0].saysSomething)
        #expect(reading.items[1].problems.map(\.column) == ["箱号"])
        #expect(reading.items[1].facts.map(\.value) == ["1"])
        #expect(reading.items[2].problems.map(\.kind) == ["bad-quantity"])
        #expect(reading.items[2].links.count == 1)
        #expect(reading.items[3].problems.map(\.kind).contains("check-digit"))
        #expect(reading.items[3].rejections == 2)
        #expect(reading.items[3].links.count == 1)
    }

    @Test func isRecognisedByItsHeader() throws {
        let library = try ProfileLibrary()
        #expect(library.recognise(body: Array("标题,\n运单号,大包号\nP1,B1\n".utf8), fileName: "a.csv")?.name == "manifest")
        #expect(library.recognise(body: try Fixtures.bytes("dcsa/rail-v2.json"), fileName: nil)?.name == "dcsa")
        #expect(library.recognise(body: try Fixtures.bytes("dcsa/rail-v3.json"), fileName: nil)?.name == "dcsa")
        let cut = Array(try Fixtures.bytes("dcsa/rail-v2.json").dropLast(9))
        #expect(library.recognise(body: cut, fileName: nil)?.name == "dcsa")
        #expect(library.recognise(body: Array(#"{"hello": 1}"#.utf8), fileName: nil) == nil)
        #expect(library.recognise(body: Array("name,age\nA,1\n".utf8), fileName: nil) == nil)
    }
}

extension ReportedItem {
    fileprivate var rejections: Int { problems.count { $0.severity == .rejection } }
}
