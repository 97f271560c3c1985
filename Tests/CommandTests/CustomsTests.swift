import Foundation
import Terminal
import TestSupport
import Testing

/// An exporter drops customs' messages in and asks.
struct CustomsTests {
    private let counter: Counter
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init() throws {
        counter = try Counter()
    }

    private func ours(_ names: String...) -> [String] {
        names.map { Self.package.appending(path: "Tests/Fixtures/ceb/\($0).xml").path }
    }

    private func published(_ names: String...) -> [String]? {
        let folder = Self.package.deletingLastPathComponent()
            .appending(path: "shared/samples/china-customs-ceb-202205")
        let files = names.map { folder.appending(path: "\($0)Message.xml").path }
        return files.allSatisfy { FileManager.default.fileExists(atPath: $0) } ? files : nil
    }

    @Test func aPublishedParcelShowsItsConsignmentAndItsBorderDeparture() throws {
        guard let files = published("CEB603", "CEB607", "CEB509") else {
            print("skipped: no published customs samples beside the package")
            return
        }
        #expect(try counter.run(["import"] + files).status == .done)
        let status = try counter.status("L2018050700001")
        #expect(status?["milestone"] as? String == "border-departed" && status?["side"] as? String == "CN")
        let links = try #require(try counter.track("L2018050700001")["links"] as? [[String: Any]])
        #expect(links.contains { $0["kind"] as? String == "consignment" })
        let again = try counter.run(["import", "--json"] + files)
        #expect(!again.output.contains("\"mapped\":1") && again.output.contains("\"mapped\":0"), "\(again.output)")
    }

    @Test func aSplitFilingSaysWhatIsMissingUntilItIsThere() throws {
        let first = try counter.run(["import"] + ours("CEB607-2"))
        #expect(first.status == .done && first.output.contains("part 2 of 2"), "\(first.output)")
        #expect(try counter.run(["track", "RAIL20261120A"]).output.contains("1 of 2 parts are here; missing: 1"))
        _ = try counter.run(["import"] + ours("CEB607-1"))
        #expect(try counter.run(["track", "RAIL20261120A"]).output.contains("complete, 2 parts"))
    }

    @Test func anOrderANumberAndAListAllLeadToTheParcel() throws {
        _ = try counter.run(["import"] + ours("CEB603", "CEB604", "CEB509"))
        for code in ["ZX26110000001", "SO-2026-0001"] {
            let status = try counter.status(code)
            #expect(status?["milestone"] as? String == "border-departed", "\(code)")
        }
        #expect(try counter.status("94042026E000000001")?["milestone"] as? String == "export-cleared")
    }

    @Test(arguments: [
        ("bomb.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><CEB603Message>&b;</CEB603Message>", "DOCTYPE"),
        ("cut.xml", "<CEB603Message><Inventory><InventoryHead>", "not closed"),
        ("other.xml", "<Invoice/>", "no profile recognises it"),
        ("wrapped.xml", "<DxpMsg><Data>@@@</Data></DxpMsg>", "not base64"),
        ("foreign.xml", "<DxpMsg><Data>PE90aGVyLz4=</Data></DxpMsg>", "Other"),
    ])
    func aHostileFileIsAClearErrorAndNothingIsStored(name: String, text: String, word: String) throws {
        let ending = try counter.run(["import", try counter.file(name, text)])
        #expect(ending.status == .unusableData, "\(ending.errors)")
        #expect(ending.error.contains(word) && ending.remedy.count > 8, "\(ending.errors)")
    }
}
