import Foundation
import GRDB
import Terminal
import TestSupport
import Testing

@testable import Commands

/// What is cut, what lies, what is too deep and what is too large: a clear error, and nothing half stored.
struct HostileInputTests {
    private let counter: Counter
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let fixtures = tests.appending(path: "Fixtures/iftsta")

    init() throws {
        counter = try Counter()
    }

    private func interchange() throws -> String {
        // ISO 8859-1 has a letter for every byte.
        let data = try Data(contentsOf: Self.fixtures.appending(path: "corridor.edi"))
        return try #require(String(data: data, encoding: .isoLatin1))
    }

    private func take(_ text: String, _ name: String = "in.edi", options: [String] = []) throws -> Counter.Ending {
        let path = counter.folder.path(name)
        try #require(text.data(using: .isoLatin1)).write(to: URL(fileURLWithPath: path))
        return try counter.run(["import", path] + options)
    }

    private func stored() throws -> Int {
        FileManager.default.fileExists(atPath: counter.database) ? try counter.messages() : 0
    }

    @Test func aCutInterchangeStoresNothingWhereverItIsCut() throws {
        let whole = try interchange().trimmingCharacters(in: .whitespacesAndNewlines)
        for length in stride(from: 1, to: whole.count, by: 61) {
            let ending = try take(String(whole.prefix(length)))
            #expect(ending.status == .unusableData && ending.remedy.count > 8, "\(length): \(ending.errors)")
            let isSaid = ["ends", "has no UN", "no profile"].contains { ending.error.contains($0) }
            #expect(isSaid, "\(length): \(ending.errors)")
        }
        #expect(try stored() == 0)
        #expect(try take(whole).status == .done)
        #expect(try counter.status("MRKU9465770")?["milestone"] as? String == "departed")
    }

    @Test func aTrailerThatLiesIsSaidAndItsMessageIsNotTaken() throws {
        let ending = try take(interchange().replacing("UNT^12^2~", with: "UNT^14^2~"), options: ["--json"])
        #expect(ending.status == .attention, "\(ending.errors) \(ending.output)")
        #expect(ending.output.contains("\"segment-count\"") && ending.output.contains("get it again"))
        #expect(ending.output.contains("\"items\":6") && ending.output.contains("\"rejected\":1"), "\(ending.output)")
        let events = try #require(try counter.track("MRKU9465770")["events"] as? [[String: Any]])
        #expect(!events.contains { ($0["at"] as? String ?? "").hasPrefix("2026-11-22") })
        // The mended interchange brings what was left out.
        #expect(try take(interchange(), "mended.edi").status == .done)
        let mended = try #require(try counter.track("MRKU9465770")["events"] as? [[String: Any]])
        #expect(mended.count == events.count + 1)
    }

    @Test func theSameInterchangeAgainAddsNothing() throws {
        _ = try take(interchange())
        let again = try take(interchange() + "\r\n", "again.edi", options: ["--json"])
        #expect(again.output.contains("\"mapped\":0") && again.output.contains("\"duplicate\":6"), "\(again.output)")
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"eventID\":"], [true, false])
    func jsonAHundredThousandLevelsDeepIsRefused(level: String, isNamed: Bool) throws {
        let ending = try take(
            String(repeating: level, count: 100_000), "deep.json", options: isNamed ? ["--profile", "dcsa"] : [])
        #expect(ending.status == .unusableData, "\(ending.errors)")
        #expect(ending.error.contains("inside one another") && ending.remedy.count > 8, "\(ending.errors)")
        #expect(try stored() == 0)
    }

    @Test func xmlAHundredThousandLevelsDeepIsRefused() throws {
        let ending = try take("<CEB603Message>" + String(repeating: "<a>", count: 100_000), "deep.xml")
        #expect(ending.status == .unusableData && ending.error.contains("inside one another"), "\(ending.errors)")
        #expect(try stored() == 0)
    }

    @Test func aWorkbookCellOrARowWithoutAnEndIsRefused() throws {
        let ending = try take("parcel,container\n\"" + String(repeating: "x", count: 3 << 20), "endless.csv")
        #expect(ending.status == .unusableData && ending.remedy.count > 8, "\(ending.errors)")
        #expect(try stored() == 0)
    }

    @Test(arguments: ["big.json", "big.csv", "big.edi", "big.xlsx", "big.xml"])
    func aFileOfTwoGigabytesIsRefusedBeforeItIsRead(name: String) throws {
        let path = try counter.file(name, "{")
        // A hole: it takes no room on the disk, and would take all of it in memory.
        try #require(truncate(path, 2 << 30) == 0)
        for options in [[], ["--dry-run"], ["--profile", "dcsa"]] {
            let ending = try counter.run(["import", path] + options)
            #expect(ending.status == .unusableData && ending.error.contains("larger than 512 MiB"), "\(ending.errors)")
            #expect(ending.remedy.contains("split it"), "\(ending.errors)")
        }
        let check = try counter.run(["carriers", "check", "dcsa", "--sample", path])
        #expect(check.status == .unusableData && check.error.contains("larger than 512 MiB"), "\(check.errors)")
        #expect(try stored() == 0)
    }

    @Test func whatNeverEndsIsReadToTheLimitAndNoFurther() throws {
        let endless = try #require(FileHandle(forReadingAtPath: "/dev/zero"))
        #expect(try BoundedBytes.read(endless.fileDescriptor, most: 3 << 20) == nil)
        let short = try #require(FileHandle(forReadingAtPath: try counter.file("short", "abc")))
        #expect(try BoundedBytes.read(short.fileDescriptor, most: 3) == Array("abc".utf8))
        let long = try #require(FileHandle(forReadingAtPath: try counter.file("long", "abcd")))
        #expect(try BoundedBytes.read(long.fileDescriptor, most: 3) == nil)
        let folder = open(counter.folder.url.path, O_RDONLY)
        defer { close(folder) }
        #expect(throws: POSIXError.self) { try BoundedBytes.read(folder, most: 3) }
    }

    @Test func aDeviceIsNoFile() throws {
        let ending = try counter.run(["import", "/dev/zero"])
        #expect(ending.status == .unusableData && ending.error.contains("neither a file nor a folder"))
        #expect(try stored() == 0)
    }

    @Test func anInterchangeOfAnotherKindSaysWhatItIs() throws {
        let text = "UNB+UNOC:3+S+R+261121:0800+1'UNH+1+INVOIC:D:96A:UN'BGM+380+1'UNT+3+1'UNZ+1+1'"
        let ending = try take(text)
        #expect(ending.status == .unusableData && ending.error.contains("INVOIC"), "\(ending.errors)")
        #expect(ending.remedy.contains("IFTSTA"))
        let energy = try take(
            String(contentsOf: Self.fixtures.appending(path: "energy.edi"), encoding: .isoLatin1), "energy.edi")
        #expect(energy.status == .unusableData && energy.output.contains("energy market"), "\(energy.output)")
    }

    @Test func theContainersOfTheCorridorAreThereToAsk() throws {
        #expect(try take(interchange()).status == .done)
        let answer = try counter.track("MRKU9465770")
        let links = try #require(answer["links"] as? [[String: Any]])
        #expect(links.contains { $0["parent"] as? String == "wagon-1520:52961018" }, "\(links)")
        #expect(links.contains { $0["kind"] as? String == "consignment" })
        let events = try #require(answer["events"] as? [[String: Any]])
        #expect(events.contains { $0["milestone"] as? String == "border-arrived" }, "\(events)")
    }
}
