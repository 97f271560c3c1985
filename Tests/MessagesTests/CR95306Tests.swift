import Messages
import Testing
import Tracking

/// What the `cr-95306` profile makes of what people export from China Railway's portal.
struct CR95306Tests {
    private static let row = #"""
        {"ydid": "Y2026110001", "hph": "URX1234567", "ch": "5281234", "xh": "MRKU9465770", "fccc": "X8157",
         "fcsj": "2026-11-20 14:56:00", "dzcc": "X8157", "dzsj": "2026-11-20 23:10:00", "zckssj": "2026-11-20 09:00:00",
         "zcwbsj": "2026-11-20 10:30:00", "xckssj": null, "xcwbsj": "", "fzhzzm": "乌鲁木齐", "dzhzzm": "阿拉山口",
         "fhrmc": "某某公司", "fhrjbrsj": "13900000000"}
        """#

    private let box = subject("MRKU9465770")
    private let wagon = Subject(.wagon, .number, "5281234")
    private let waybill = Subject(.consignment, .crWaybill, "URX1234567")
    private let train = Subject(.train, .train, "X8157@2026-11-20")

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("cr-95306"), asked: asked)
    }

    @Test(arguments: [
        #"{"returnCode": "00200", "data": [ROW]}"#, #"{"returnCode": "00200", "data": {"rows": [ROW], "total": 1}}"#,
        #"{"data": {"list": [ROW]}}"#, #"{"data": {"data": [ROW]}}"#, #"{"rows": [ROW]}"#, "[ROW]",
    ])
    func aRowOfWaybillsLinksAndMoves(shape: String) throws {
        let text = shape.replacing("ROW", with: Self.row)
        let profile = try #require(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil))
        #expect(profile.name == "cr-95306")
        let reading = try Reading.of(text, profile)
        #expect(reading.problems.isEmpty)
        #expect(
            Set(reading.links.map { [$0.child, $0.parent] }) == [[box, waybill], [box, wagon], [wagon, train]])
        #expect(reading.links.filter { $0.basis == .observed }.count == 2)
        #expect(
            reading.events.map { "\($0.subject.kind) \($0.milestone.rawValue) \($0.time.iso8601)" } == [
                "container loaded 2026-11-20T10:30:00+08:00", "container departed 2026-11-20T14:56:00+08:00",
                "container arrived 2026-11-20T23:10:00+08:00", "train departed 2026-11-20T14:56:00+08:00",
            ])
        #expect(reading.events.first { $0.milestone == .arrived }?.place == PlaceReference(text: "ALK"))
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("13900000000"))
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("某某公司"))
    }

    @Test(arguments: [
        ("\"X8157\"", "\"2026-11-20 14:56:00\"", ["train:X8157@2026-11-20"], [String]()),
        ("\"X8157次\"", "\"2026-11-20 14:56:00\"", ["train:X8157@2026-11-20"], []),
        ("\"26012\"", "\"2026-11-20 14:56:00\"", [], ["no-train-number"]), ("\"X8157\"", "null", [], []),
        ("null", "\"2026-11-20 14:56:00\"", [], []),
    ])
    func onlyABlockTrainOfADayIsATrain(number: String, day: String, trains: [String], problems: [String]) throws {
        let text = Self.row.replacing("\"fccc\": \"X8157\"", with: "\"fccc\": \(number)")
            .replacing("\"fcsj\": \"2026-11-20 14:56:00\"", with: "\"fcsj\": \(day)")
        let reading = try read("[\(text)]")
        #expect(Set(reading.links.map(\.parent).filter { $0.kind == .train }.map(\.description)) == Set(trains))
        #expect(reading.problems.map(\.kind) == problems)
        #expect(reading.facts.contains { $0.name == "train_number" } == !problems.isEmpty || trains.isEmpty)
    }

    @Test func twoContainersOfOneWagonStandInOneCell() throws {
        let reading = try read("[\(Self.row.replacing("MRKU9465770", with: "MRKU9465770,FESU5332167"))]")
        #expect(Set(reading.links.filter { $0.parent == wagon }.map(\.child)) == [box, subject("FESU5332167")])
        #expect(reading.events.count { $0.milestone == .departed && $0.subject.kind == .container } == 2)
    }

    @Test func aRowWithoutAContainerMovesItsWagon() throws {
        let reading = try read("[\(Self.row.replacing("\"MRKU9465770\"", with: "\"\""))]")
        #expect(Set(reading.events.map(\.subject)) == [wagon, train])
        #expect(try read("[{\"hph\": \"\", \"fzhzzm\": \"乌鲁木齐\"}]").rejections.map(\.kind) == ["no-subject"])
    }

    private static func track(_ sentences: String..., head: String = "") -> String {
        let points = sentences.enumerated().map { index, sentence in
            #"{"operator": "新台子", "message": "\#(sentence)", "detail": "2026-11-2\#(index) 00:55:14", "tmism": "53918"}"#
        }
        return #"{"returnCode": "00200", "data": {\#(head)"gj": [\#(points.joined(separator: ","))]}}"#
    }

    @Test(arguments: [
        ("货物已卸车完毕。", Milestone.discharged), ("货物已装车完毕。", .loaded), ("列车已发车。", .departed),
        // Begun is not done.
        ("货物已开始卸车。", .unmapped), ("货物已开始装车。", .unmapped), ("某种新句子", .unmapped),
    ])
    func aSentenceIsAMilestoneOnlyWhereItIsInTheTable(sentence: String, milestone: Milestone) throws {
        let reading = try read(Self.track(sentence), asked: [waybill])
        #expect(reading.events.map(\.milestone) == [milestone])
        #expect(reading.events.map(\.subject) == [waybill])
        #expect(reading.events[0].text?.contains(sentence) == true)
        #expect(reading.events[0].time.offsetMinutes == 480)
    }

    @Test func aTrackWithoutItsWaybillIsRejectedWithTheRemedy() throws {
        let reading = try read(Self.track("货物已卸车完毕。"))
        #expect(reading.events.isEmpty && reading.rejections.map(\.kind) == ["no-subject"])
        #expect(reading.rejections[0].reason.contains("--about"))
        let named = try read(Self.track("货物已卸车完毕。", head: #""ydid": "Y2026110001", "#))
        #expect(named.events.map(\.subject) == [Subject(.consignment, .crWaybill, "Y2026110001")])
    }

    @Test func theExpectedArrivalIsAnEstimate() throws {
        let text = Self.track("货物已装车完毕。", head: #""yjddsj": "2026-11-29 12:00:00", "#)
        let estimates = try read(text, asked: [waybill]).events.filter { $0.classifier == .estimated }
        #expect(estimates.map(\.milestone) == [.arrived])
    }

    @Test func positionsOfABlockTrainAreEventsOfItsContainers() throws {
        let text = #"""
            {"data": [{"itemNo": "1", "trainId": "X8157", "carNo": "5281234", "xh": "MRKU9465770", "eventStation": "阿拉山口",
              "eventDate": "2026-11-21 03:10:00", "arrDepId": "A", "dzlc": "0"}]}
            """#
        #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "cr-95306")
        let reading = try read(text)
        #expect(reading.events.map(\.milestone) == [.arrived] && reading.events.map(\.subject) == [box])
    }

    @Test func aTableOfWaybillsSaysTheSameAsItsRows() throws {
        let table = """
            运单号,车号,箱号,车次,发车时间,到达车次,到达时间,装车开始时间,装车完成时间,卸车完成时间,发站,到站
            URX1234567,5281234,MRKU9465770,X8157,2026-11-20 14:56:00,X8157,2026-11-20 23:10:00,\
            2026-11-20 09:00:00,2026-11-20 10:30:00,,乌鲁木齐,阿拉山口
            """
        let profile = try #require(try ProfileLibrary().recognise(body: Array(table.utf8), fileName: nil))
        #expect(profile.name == "cr-95306-table")
        let fromTable = try Reading.of(table, profile)
        let fromRows = try read("[\(Self.row)]")
        #expect(fromTable.events == fromRows.events)
        #expect(Set(fromTable.links) == Set(fromRows.links))
    }

    @Test(arguments: [
        "运单号,箱号,车次,发车日期\nYT2415800000000001,MRKU9465770,X8157,2026-11-20",
        "运单号,袋号,箱号,车号,发站,到站,发车时间,件数,重量\nYT2415800000000001,B1,MRKU9465770,5281234,乌鲁木齐,杜伊斯堡,2026-11-20,1,0.5",
    ])
    func aManifestStaysAManifest(table: String) throws {
        let profile = try #require(try ProfileLibrary().recognise(body: Array(table.utf8), fileName: nil))
        #expect(profile.name == "manifest")
    }

    @Test func publishedSamplesAreKnownAndAccountedFor() throws {
        let files = Fixtures.published("china-railway-95306")
        guard !files.isEmpty else { return print("skipped: there are no shared samples beside the package") }
        for file in files {
            let body = try Fixtures.bytes(at: file)
            #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "cr-95306", "\(file)")
            let reading = try Reading.of(body, try builtIn("cr-95306"), asked: [waybill])
            #expect(reading.events.map(\.milestone) == [.discharged, .unmapped], "\(file)")
        }
    }
}
