import Testing

@testable import Intake

struct InboxNamesTests {
    @Test(arguments: [
        ".hidden.csv", "list.csv.part", "list.csv.PART", "list.tmp", "list.csv.crdownload", "~$list.xlsx",
        "list.csv.filepart", "list.csv~", ".list.csv.Xy12Ab", "Thumbs.db", "desktop.ini", "list.partial",
    ])
    func namesThatOthersAreStillWritingAreLeftAlone(name: String) {
        #expect(InboxNames.isTemporary(name))
    }

    @Test(arguments: ["list.csv", "part.csv", "list", "运单.xlsx", "a~b.csv", "tmp", "list.part.csv", "$x.csv"])
    func otherNamesAreFiles(name: String) {
        #expect(!InboxNames.isTemporary(name))
    }

    @Test(
        arguments: [
            ("list.csv", [], "list.csv"), ("list.csv", ["list.csv"], "list-2.csv"),
            ("list.csv", ["list.csv", "list-2.csv", "list-3.csv"], "list-4.csv"), ("list", ["list"], "list-2"),
            ("a.b.csv", ["a.b.csv"], "a.b-2.csv"), ("运单.csv", ["运单.csv"], "运单-2.csv"),
            ("name.with a very long ending", ["name.with a very long ending"], "name.with a very long ending-2"),
        ] as [(String, Set<String>, String)])
    func aNameThatIsTakenGetsTheNextNumber(name: String, taken: Set<String>, free: String) {
        #expect(InboxNames.free(name) { taken.contains($0) } == free)
    }

    @Test(arguments: [
        String(repeating: "a", count: 255), String(repeating: "运", count: 85),
        "x." + String(repeating: "y", count: 253),
    ])
    func aLongNameLeavesRoomForItsReport(name: String) {
        let first = InboxNames.free(name) { _ in false }
        let second = InboxNames.free(name) { $0 == first }
        #expect(first != second)
        for free in [first, second] { #expect((free + InboxReport.jsonEnding).utf8.count <= 255) }
    }

    @Test func aRetryWaitsLongerEachTimeAndAnHourAtMost() {
        let pauses = (1...12).map { RetryPause.after(failures: $0) }
        #expect(pauses.first == .seconds(60) && pauses.last == .seconds(3600))
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
    }
}
