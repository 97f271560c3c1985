import Messages
import Testing
import Tracking

/// What tables of positions say, long and wide.
struct PositionsTests {
    private func read(_ text: String) throws -> Reading { try Reading.of(text, try builtIn("positions")) }

    private func say(_ reading: Reading) -> [String] {
        reading.events.map {
            "\($0.milestone.rawValue) \($0.classifier.rawValue) \($0.time.iso8601) \($0.place?.text ?? "?") \($0.country ?? "?")"
        }
    }

    @Test(arguments: [
        ("发车", "乌鲁木齐", "departed"), ("到达", "马拉", "arrived"), ("抵达口岸", "山口", "border-arrived"),
        ("已换装", "多斯特克", "gauge-changed"), ("出境", "阿拉山口", "border-departed"), ("在途", "电煤", "position"),
        ("甩箱", "乌鲁木齐", "rolled"), ("退舱", "乌鲁木齐", "rolled"), ("解编", "别雷拉斯特", "detached"),
        ("挂运", "多斯特克", "attached"), ("滞留", "布列斯特", "held"), ("提离", "杜伊斯堡", "gated-out"),
        ("拆箱", "杜伊斯堡", "stripped"), ("还空", "杜伊斯堡", "gated-in"), ("In Transit", "Moscow", "position"),
        ("прибыл", "Достык", "arrived"), ("待换装", "多斯特克", "unmapped"), ("Wetter", "Brest", "unmapped"),
    ])
    func mapsTheWordsOfTheTradeAndGuessesNone(word: String, place: String, milestone: String) throws {
        let reading = try read("箱号,位置,状态,时间\nMRKU9465770,\(place),\(word),2026-11-21 10:00\n")
        let event = try #require(reading.events.first)
        #expect(event.milestone.rawValue == milestone)
        #expect(event.rawCode == word)
        #expect(event.place?.text.contains(":") == false, "\(String(describing: event.place))")
        #expect(event.time.basis == .assumed && event.time.offsetMinutes == 480)
    }

    @Test func readsAWideRowAsOneEventForEachColumn() throws {
        let reading = try read(
            """
            箱号,车次,发车日期,发车,到口岸,换装,出境,到马拉,出马拉,到站,ETA,目的地,提箱,还箱,免箱期,箱属
            MRKU9465770,X8157,2026-11-05,11/5,11/6,11/8,11/7,11/17,11/19,/,12/1,杜伊斯堡,无,-,12.20,SOC
            """)
        #expect(
            say(reading) == [
                "departed actual 2026-11-05 ? ?", "border-arrived actual 2026-11-06 ? ?",
                "gauge-changed actual 2026-11-08 ? ?", "border-departed actual 2026-11-07 ? CN",
                "arrived actual 2026-11-17 MAA PL", "departed actual 2026-11-19 MAA PL",
                "arrived estimated 2026-12-01 DUI DE",
            ])
        #expect(reading.events.allSatisfy { $0.time.precision == .day && $0.sourceID != nil })
        #expect(reading.links.map(\.parent.code) == ["X8157@2026-11-05"])
        #expect(
            reading.facts.map { "\($0.name) \($0.value)" } == [
                "destination 杜伊斯堡", "free_until 2026-12-20", "ownership SOC",
            ])
    }

    @Test func placesAnExitOnlyWhereTheTableNamesTheBorder() throws {
        let reading = try read("箱号,口岸,到口岸,出境\nMRKU9465770,霍尔果斯,11/20,11/21\nFESU5332167,,11/20,11/21\n")
        #expect(reading.events.map { $0.place == nil } == [false, false, true, true])
        #expect(reading.events.map(\.country) == ["CN", "CN", nil, "CN"])
    }

    @Test func givesACorrectedDayTheIdOfTheDayBefore() throws {
        let ids = { (text: String) in try read(text).events.map(\.sourceID) }
        let first = try ids("箱号,发车日期,到马拉,ETA\nMRKU9465770,2026-10-31,11/12,11/30\n")
        #expect(first == (try ids("箱号,发车日期,到马拉,ETA\nMRKU9465770,2026-10-31,11/13,12/2\n")))
        let next = try ids("箱号,发车日期,到马拉,ETA\nMRKU9465770,2026-11-02,11/13,12/2\n")
        #expect(next[0] != first[0])
        let long = try ids("箱号,位置,状态,时间\nMRKU9465770,马拉,到达,11/12\nMRKU9465770,,在途,11/13\n")
        #expect(long == (try ids("箱号,位置,状态,时间\nMRKU9465770,马拉,到达,11/14\nMRKU9465770,,在途,11/15\n")))
        #expect(long[1] == nil)
    }

    @Test func takesADayToComeAsAnExpectation() throws {
        let reading = try read("箱号,到马拉,到站,目的地\nMRKU9465770,11/22,12/9,杜伊斯堡\nFESU5332167,11/22,预计12/8,杜伊斯堡\n")
        #expect(reading.events.map(\.classifier) == [.actual, .estimated, .actual, .estimated])
        #expect(reading.problems.map(\.kind) == ["not-yet"])
    }

    @Test func tellsANodeThatIsAPlaceFromOneThatIsAMilestone() throws {
        let reading = try read(
            """
            箱号,节点,状态,时间
            MRKU9465770,多斯特克,在途,11/21
            MRKU9465770,换装,已完成,11/22
            FESU5332167,换装,待换装,11/22
            """)
        #expect(reading.events.map(\.milestone) == [.position, .gaugeChanged, .unmapped])
        #expect(reading.events.map(\.place?.text) == ["DST", nil, nil])
    }

    @Test func saysOfAPositionWithoutATimeThatItIsNotTaken() throws {
        let reading = try read("箱号,目的地,节点,状态\nMRKU9465770,杜伊斯堡,多斯特克,在途\n")
        #expect(reading.events.isEmpty)
        #expect(reading.problems.map(\.kind) == ["no-time"])
        #expect(reading.facts.map(\.name) == ["destination"])
    }

    @Test func readsAColumnCalledArrivalAsTheDestinationWhereItHoldsNames() throws {
        let reading = try read("箱号,位置,时间,到站\nMRKU9465770,多斯特克,11/21,杜伊斯堡\n")
        #expect(say(reading) == ["position actual 2026-11-21 DST KZ"])
        #expect(reading.facts.map(\.value) == ["杜伊斯堡"])
    }

    @Test func isNotTakenForAManifestNorAManifestForIt() throws {
        let library = try ProfileLibrary()
        let kind = { (text: String) in library.recognise(body: Array(text.utf8), fileName: nil)?.name }
        #expect(kind("运单号,箱号,状态,位置,时间\nP1,MRKU9465770,在途,X,11/20\n") == "manifest")
        #expect(kind("箱号,车次,发车日期,到站\nMRKU9465770,X8157,2026-11-20,杜伊斯堡\n") == "manifest")
        #expect(kind("箱号,目的地,发车时间,节点,状态\nMRKU9465770,杜伊斯堡,11.20,多斯特克,在途\n") == "positions")
        #expect(kind("箱号,发车,到口岸,换装,出境,到马拉,到站,ETA\n") == "positions")
    }
}
