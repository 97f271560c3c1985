import Foundation
import Terminal
import TestSupport
import Testing

/// New versions of papers, undoing, rehearsing, and what was rejected.
struct ImportVersionTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private static let header = "运单号,袋号,箱号,车次,发车日期,毛重(KG)\n"

    private static func manifest(_ parcels: ClosedRange<Int>, without: Set<Int> = [], weight: String = "0.5") -> String
    {
        header
            + parcels.filter { !without.contains($0) }.map { number in
                let digits = String(number)
                let code = "YT" + String(repeating: "0", count: 16 - digits.count) + digits
                return "\(code),BAG-\(number / 10),MRKU9465770,X8157,2026-11-20,\(weight)\n"
            }.joined()
    }

    private func code(_ number: Int) -> String {
        let digits = String(number)
        return "YT" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func take(_ text: String, _ name: String, _ more: [String] = [], at now: String) throws -> Counter.Ending {
        try counter.run(["import", try counter.file(name, text)] + more, at: now)
    }

    private func links(_ number: Int, _ more: [String] = []) throws -> Int {
        (try counter.track(code(number), more)["links"] as? [[String: Any]])?
            .filter { ($0["child"] as? String)?.hasSuffix(code(number)) ?? false }.count ?? 0
    }

    /// 最终版: the final version silently drops the parcels that customs pulled.
    @Test(arguments: [30, 4300]) func theFinalVersionNeverDropsAParcelSilently(rows: Int) throws {
        let pulled: Set<Int> = [3, 7, 20]
        _ = try take(Self.manifest(0...rows), "list.csv", at: "2026-11-21T08:00Z")
        let ending = try take(
            Self.manifest(0...rows, without: pulled), "最终版.csv", ["--replaces", "last"], at: "2026-11-22T08:00Z")
        #expect(ending.status == .done)
        #expect(ending.errors.contains("3 parcels of message 1 are not in the new version"), "\(ending.errors)")
        for number in pulled { #expect(ending.errors.contains(code(number))) }
        #expect(try links(3) == 0 && links(4) > 0)
        #expect(try links(3, ["--as-of", "2026-11-21T12:00Z"]) > 0, "then it was listed")
        let kept = (try counter.track(code(4))["links"] as? [[String: Any]])?.first { $0["kind"] as? String == "bag" }
        #expect(kept?["message"] as? Int == 1, "what both say is known since the first")
    }

    @Test func withoutBeingToldANewVersionThatLacksParcelsIsRemarkedOn() throws {
        _ = try take(Self.manifest(0...30), "list.csv", at: "2026-11-21T08:00Z")
        let ending = try take(Self.manifest(0...30, without: [3, 7]), "final.csv", at: "2026-11-22T08:00Z")
        #expect(
            ending.errors.contains("looks like a new version of message 1 and lacks 2 of its parcels"),
            "\(ending.errors)")
        #expect(try links(3) > 0, "a remark changes nothing")
        let other = try take(Self.manifest(200...230), "other.csv", at: "2026-11-22T09:00Z")
        #expect(other.errors.isEmpty, "another list of the same box is no new version: \(other.errors)")
        let more = try take(Self.manifest(0...40), "longer.csv", at: "2026-11-22T10:00Z")
        #expect(!more.errors.contains("message 1 "), "what lacks nothing is not remarked on: \(more.errors)")
        let replaced = try counter.run(
            ["import", "--replaces", "1", counter.folder.path("final.csv")], at: "2026-11-22T11:00Z")
        #expect(replaced.status == .done, "\(replaced.errors)")
    }

    @Test func aBagThatIsGoneTakesItsParcelsWithIt() throws {
        _ = try take(Self.manifest(0...30), "list.csv", at: "2026-11-21T08:00Z")
        let ending = try take(
            Self.manifest(0...30, without: Set(10...19)), "final.csv", at: "2026-11-22T08:00Z")
        #expect(ending.errors.contains("lacks 10 of its parcels"), "\(ending.errors)")
    }

    @Test func undoingBringsBackTheStateOfBeforeAndTheSameFileBringsItAgain() throws {
        _ = try take(Self.manifest(0...30), "list.csv", at: "2026-11-21T08:00Z")
        let before = try counter.digest()
        let other = Self.manifest(20...50, weight: "0.7")
        let second = try take(other, "other.csv", at: "2026-11-22T08:00Z")
        let after = try counter.digest()
        #expect(second.status == .done && after != before)
        let undone = try counter.run(["import", "--undo", "2", "--reason", "wrong file"], at: "2026-11-22T09:00Z")
        #expect(undone.status == .done, "\(undone.errors)")
        #expect(try counter.digest() == before)
        #expect(try links(45) == 0 && links(45, ["--as-of", "2026-11-22T08:30Z"]) > 0)
        _ = try take(other, "other.csv", at: "2026-11-22T10:00Z")
        #expect(try counter.digest() == after)
    }

    @Test func whatALaterFileRepeatedStaysWhenTheFirstIsUndone() throws {
        _ = try take(Self.manifest(0...30), "list.csv", at: "2026-11-21T08:00Z")
        // All of it was known: only counts were kept of it, and its bytes.
        _ = try take(Self.manifest(5...9), "part.csv", at: "2026-11-21T09:00Z")
        _ = try counter.run(["import", "--undo", "1", "--reason", "x"], at: "2026-11-22T09:00Z")
        #expect(try links(6) > 0 && links(4) == 0)
        #expect(try links(6, ["--as-of", "2026-11-21T10:00Z"]) > 0)
    }

    @Test func aRehearsalSaysAllAndKeepsNothing() throws {
        let text = Self.manifest(0...30) + "1.2E+19,BAG-9,,,,\n"
        let path = try counter.file("list.csv", text)
        let rehearsed = try counter.run(["import", "--dry-run", "--json", path])
        let left = try FileManager.default.contentsOfDirectory(atPath: counter.folder.url.path)
        #expect(!left.contains { $0.contains("caravan.db") }, "\(left)")
        let taken = try counter.run(["import", "--json", path])
        #expect(rehearsed.status == taken.status && taken.status == .attention)
        let (first, second) = (try object(rehearsed), try object(taken))
        for field in ["items", "mapped", "duplicate", "unmapped", "rejected", "links"] {
            #expect(first[field] as? Int == second[field] as? Int, "\(field)")
        }
        #expect((first["newSubjects"] as? [String: Int])?["parcel"] == 31)
        let before = try (counter.digest(), counter.messages())
        let more = try counter.file("more.csv", Self.manifest(25...60, without: [28]))
        let again = try counter.run(["import", "--dry-run", "--replaces", "last", more], at: "2026-11-22T08:00Z")
        #expect(again.errors.contains("not in the new version"), "\(again.errors)")
        #expect(try counter.digest() == before.0)
        #expect(try counter.messages() == before.1)
    }

    @Test func whatWasRejectedIsWrittenOutMendedAndTakenIn() throws {
        let text =
            "运单号,收件人,袋号,箱号,毛重(KG)\n"
            + "YT0000000000000001,王,BAG-1,MRKU9465770,0.5\n"
            + "1.2E+19,=李,BAG-1,MRKU9465770,0.6\nYT0000000000000003,张,BAG-1,MRKU9465770,heavy\n"
        let rejects = counter.folder.path("rejects.csv")
        let first = try take(text, "list.csv", ["--rejects", rejects], at: "2026-11-21T08:00Z")
        #expect(first.status == .attention && first.errors.contains("2 rejected rows"), "\(first.errors)")
        let written = try Data(contentsOf: URL(fileURLWithPath: rejects))
        #expect(written.starts(with: [0xEF, 0xBB, 0xBF]))
        var lines = String(decoding: written.dropFirst(3), as: UTF8.self)
        #expect(lines.hasPrefix("position,reason,运单号,收件人,袋号,箱号,毛重(KG)\r\n"))
        #expect(lines.contains("line 3") && lines.contains(",1.2E+19,'=李,BAG-1,MRKU9465770,0.6\r\n"), "\(lines)")
        lines = lines.replacingOccurrences(of: "1.2E+19", with: "YT0000000000000002")
            .replacingOccurrences(of: "heavy", with: "0.7")
        let second = try take(lines, "mended.csv", ["--rejects", rejects], at: "2026-11-21T09:00Z")
        #expect(second.status == .done && second.errors.contains("no row was rejected"), "\(second.errors)")
        #expect(try links(2) > 0)
        #expect((try counter.track(code(3))["facts"] as? [String: String])?["weight_kg"] == "0.7")
    }

    @Test(arguments: [
        (["--undo", "99", "--reason", "x"], Terminal.ExitStatus.attention, "no message of that number"),
        (["--undo", "2", "--reason", "x"], .attention, "a carrier's answer"),
        (["--undo", "3", "--reason", "x"], .attention, "a person said it"),
        (["--undo", "1"], .usage, "without a reason"), (["--undo", "1", "--reason", "  "], .usage, "without a reason"),
        (["--undo", "one", "--reason", "x"], .usage, "one"),
        (["--replaces", "last", "list.csv"], .usage, "the same file again"),
        (["--replaces", "99", "final.csv"], .attention, "no message of that number"),
        (["--replaces", "newest", "final.csv"], .usage, "neither a number nor"),
        (["--replaces", "last", "list.csv", "final.csv"], .usage, "one file at a time"),
        (["--rejects", "r.csv", "list.csv", "final.csv"], .usage, "one file at a time"),
        (["--rejects", "no/such/folder/r.csv", "final.csv"], .notAllowed, "no such folder"),
        (["--undo", "1", "final.csv", "--reason", "x"], .usage, "--undo stands alone"),
        (["final.csv", "--reason", "x"], .usage, "--reason belongs to"),
    ])
    func aMistakeIsToldAndChangesNothing(
        arguments: [String], status: Terminal.ExitStatus, error: String
    ) async throws {
        _ = try take(Self.manifest(0...5), "list.csv", at: "2026-11-21T08:00Z")
        try await counter.answer(Corridor.news, at: "2026-11-21T09:00Z")
        _ = try counter.run(
            ["record", Corridor.box, "departed", "--at", "2026-11-20", "--place", "URH"], at: "2026-11-21T10:00Z")
        _ = try counter.file("final.csv", Self.manifest(0...4))
        let before = try (counter.digest(), counter.messages())
        let files = arguments.map { $0.hasSuffix(".csv") ? counter.folder.path($0) : $0 }
        let ending = try counter.run(["import"] + files, at: "2026-11-22T08:00Z")
        #expect(ending.status == status, "\(ending.errors)")
        #expect(ending.errors.contains(error), "\(ending.errors)")
        #expect(ending.remedy.count > 8, "\(ending.errors)")
        #expect(try counter.digest() == before.0)
        #expect(try counter.messages() == before.1)
    }

    @Test func undoingTwiceIsToldAndSoIsUndoingWhatWasReplaced() throws {
        _ = try take(Self.manifest(0...5), "list.csv", at: "2026-11-21T08:00Z")
        _ = try take(Self.manifest(0...4), "final.csv", ["--replaces", "1"], at: "2026-11-22T08:00Z")
        let replaced = try counter.run(["import", "--undo", "1", "--reason", "x"], at: "2026-11-22T09:00Z")
        #expect(replaced.status == .attention && replaced.errors.contains("has replaced it"), "\(replaced.errors)")
        let undone = try counter.run(["import", "--undo", "2", "--reason", "x"], at: "2026-11-22T09:00Z")
        #expect(undone.status == .done && undone.output.contains("message 1, which it replaced, is in force again"))
        #expect(try links(5) > 0)
        let twice = try counter.run(["import", "--undo", "2", "--reason", "x"], at: "2026-11-22T10:00Z")
        #expect(twice.status == .attention && twice.errors.contains("already"), "\(twice.errors)")
    }

    private func object(_ ending: Counter.Ending) throws -> [String: Any] {
        let list = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]]
        return try #require(list?.first)
    }
}
