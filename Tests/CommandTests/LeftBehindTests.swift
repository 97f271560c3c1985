import Foundation
import Terminal
import TestSupport
import Testing

/// One box is rolled to the next train, one detached on the way: their parcels say so, and nobody else's.
struct LeftBehindTests {
    private let counter: Counter

    private static let manifest = """
        运单号,箱号,车次,发车日期
        YT2415800000000001,MRKU9465770,X8157,2026-11-20
        YT2415800000000002,MSCU6639870,X8157,2026-11-20
        YT2415800000000003,HLBU1234567,X8157,2026-11-20

        """
    private static let nextTrain = """
        箱号,车次,发车日期
        MSCU6639870,X8159,2026-11-22

        """
    private static let positions = """
        箱号,状态,站点,时间
        MRKU9465770,发车,乌鲁木齐,2026-11-20 15:00
        HLBU1234567,发车,乌鲁木齐,2026-11-20 15:00
        MSCU6639870,甩箱,乌鲁木齐,2026-11-20 12:00
        MSCU6639870,发车,乌鲁木齐,2026-11-22 15:00
        MRKU9465770,到达,多斯特克,2026-11-22 08:00
        HLBU1234567,到达,多斯特克,2026-11-22 08:00
        HLBU1234567,解编,多斯特克,2026-11-22 09:00
        HLBU1234567,挂运,多斯特克,2026-11-25 10:00
        MRKU9465770,通过,阿克斗卡,2026-11-23 09:00

        """

    init() throws {
        counter = try Counter()
        try counter.take(Self.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try counter.take(Self.nextTrain, as: "next.csv", at: "2026-11-24T08:00Z")
        try counter.take(Self.positions, as: "positions.csv", at: "2026-11-26T08:00Z")
    }

    private func interruptions(_ parcel: Int) throws -> [[String: Any]] {
        let answer = try counter.track("YT241580000000000\(parcel)", at: "2026-11-26T09:00Z")
        return try #require(answer["interruptions"] as? [[String: Any]])
    }

    private func text(_ parcel: Int) throws -> String {
        try counter.run(["track", "YT241580000000000\(parcel)"], at: "2026-11-26T09:00Z").output
    }

    @Test func theParcelOfTheRolledBoxSaysSo() throws {
        let said = try interruptions(2)
        #expect(said.map { $0["milestone"] as? String } == ["rolled"], "\(said)")
        #expect(said.first?["train"] as? String == "X8157@2026-11-20", "\(said)")
        #expect(said.first?["nextTrain"] as? String == "X8159@2026-11-22", "\(said)")
        let text = try text(2)
        #expect(text.contains("X8159@2026-11-22") && text.contains("from X8157@2026-11-20"), "\(text)")
    }

    @Test func theParcelOfTheDetachedBoxSaysSo() throws {
        let said = try interruptions(3)
        #expect(said.map { $0["milestone"] as? String } == ["detached"], "\(said)")
        #expect((said.first?["endedAt"] as? String)?.hasPrefix("2026-11-25") == true, "\(said)")
        let text = try text(3)
        #expect(text.contains("3 d"), "\(text)")
    }

    @Test func theOtherParcelSaysNothingOfIt() throws {
        #expect(try interruptions(1).isEmpty)
        let text = try text(1)
        #expect(!text.contains("X8159") && !text.contains("MSCU6639870") && !text.contains("HLBU1234567"), "\(text)")
        #expect(try counter.status("YT2415800000000001")?["milestone"] as? String == "passed")
    }

    @Test func theTrainTellsItsBoxesApart() throws {
        let train = try counter.object(["train", "X8157"])
        #expect(
            train["aboard"] as? Int == 2 && train["leftLater"] as? Int == 1 && train["expected"] as? Int == 0,
            "\(train)")
        let next = try counter.object(["train", "X8159"])
        #expect(next["aboard"] as? Int == 1, "\(next)")
    }

    @Test func aParcelKnownByItsBillAloneSaysWhatAllItsContainersShare() throws {
        try counter.take(
            "提单号,箱号\nBILL-9,MRKU9465770\nBILL-9,HLBU1234567\n", as: "bill.csv", at: "2026-11-19T08:00Z")
        try counter.take("运单号,提单号\nYT2415800000000009,BILL-9\n", as: "house.csv", at: "2026-11-19T08:00Z")
        let answer = try counter.track("YT2415800000000009", at: "2026-11-26T09:00Z")
        let status = answer["status"] as? [String: Any]
        #expect((status?["place"] as? [String: Any])?["code"] as? String == "DST", "\(answer)")
        let split = try #require(answer["split"] as? [String: Any])
        #expect((split["containers"] as? [Any])?.count == 2 && (split["progress"] as? [Any])?.count == 2)
        let text = try text(9)
        #expect(text.contains("all 2 containers of BILL-9") && text.contains("no paper says which"), "\(text)")
    }

    @Test func aConflictShowsBothMessagesAndWhatEachSays() throws {
        try counter.take("运单号,箱号\nYT2415800000000001,HLBU1234567\n", as: "other.csv", at: "2026-11-25T08:00Z")
        let answer = try counter.track("YT2415800000000001", at: "2026-11-26T09:00Z")
        let conflict = try #require((answer["conflicts"] as? [[String: Any]])?.first)
        let sides = try #require(conflict["sides"] as? [[String: Any]])
        #expect(Set(sides.compactMap { $0["message"] as? Int }).count == 2, "\(conflict)")
        let text = try text(1)
        #expect(text.contains("HLBU1234567, declared"), "\(text)")
    }
}
