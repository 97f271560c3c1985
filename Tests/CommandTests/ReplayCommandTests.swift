import Foundation
import Terminal
import TestSupport
import Testing

/// `caravan replay` and `track --raw`, as a person runs them.
struct ReplayCommandTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-21T08:00Z")
        let moved = Corridor.event(9, "RMVD", at: "2026-11-20T12:00:00+08:00")
        try counter.take(Corridor.page(moved), as: "dcsa.json", at: "2026-11-21T09:00Z")
    }

    /// A profile of the user's own with one more word.
    private func changedProfile() throws -> String {
        let shown = try counter.run(["carriers", "show", "dcsa"])
        let text = shown.output.replacing("\nmilestones:\n", with: "\nmilestones:\n  EQUIPMENT.RMVD: gated-out\n")
        #expect(text != shown.output)
        return try counter.file("dcsa.yaml", text)
    }

    private func removals(_ more: [String] = []) throws -> [String] {
        try counter.events(Corridor.box, more).filter { $0["code"] as? String == "EQUIPMENT.RMVD" }
            .compactMap { $0["milestone"] as? String }
    }

    @Test func aProfileThatLearnedAWordReachesWhatCameBefore() throws {
        let profile = try changedProfile()
        #expect(try removals() == ["unmapped"])
        let rehearsal = try counter.run(["replay", "--profile", profile, "--dry-run"], at: "2026-11-22T08:00Z")
        #expect(rehearsal.status == .done && rehearsal.output.contains("would be corrected: 1 came, 1 went"))
        #expect(try removals() == ["unmapped"])

        let ending = try counter.run(["replay", "--profile", profile, "--json"], at: "2026-11-22T08:00Z")
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
        #expect(answer["came"] as? Int == 1 && answer["went"] as? Int == 1)
        #expect((answer["corrections"] as? [Int])?.count == 1)
        let differences = answer["differences"] as? [[String: Any]] ?? []
        #expect(differences.map { $0["detail"] as? String } == ["gated-out", "unmapped"])
        #expect(try removals() == ["gated-out"])
        #expect(try removals(["--as-of", "2026-11-21T12:00Z"]) == ["unmapped"])

        let number = (answer["corrections"] as? [Int])?.first ?? 0
        let refusal = try counter.run(["retract", String(number), "--reason", "no"])
        #expect(refusal.status == .attention && refusal.error.contains("it is a replay"), "\(refusal.errors)")

        let again = try counter.run(["replay", "--profile", profile])
        #expect(again.output.contains("nothing to correct"))
    }

    @Test func withoutADatabaseNoneIsMade() throws {
        let empty = try Counter()
        let ending = try empty.run(["replay"])
        #expect(ending.status == .noSuchFile)
        #expect(!FileManager.default.fileExists(atPath: empty.database))
    }

    @Test(arguments: [
        (["--message", "99"], Terminal.ExitStatus.attention), (["--profile", "nobody"], .usage),
        (["--since", "whenever"], .usage),
    ])
    func aLimitThatNamesNothingIsRefused(options: [String], status: Terminal.ExitStatus) throws {
        let ending = try counter.run(["replay"] + options)
        #expect(ending.status == status && !ending.error.isEmpty && !ending.remedy.isEmpty, "\(ending.errors)")
    }

    @Test func whatCannotBeReadIsNamedAndCallsForAttention() throws {
        let text = try counter.run(["carriers", "show", "dcsa"]).output
            .replacing("name: dcsa", with: "name: mine")
        let file = try counter.file("mine.yaml", text)
        let answer = try counter.file("mine.json", Corridor.news)
        #expect(try counter.run(["import", "--profile", file, answer]).status == .done)
        let before = try counter.digest()
        let ending = try counter.run(["replay"])
        #expect(ending.status == .attention)
        #expect(ending.output.contains("message 3 (mine.json) stays as it is"), "\(ending.output)")
        #expect(try counter.digest() == before)
        #expect(try counter.run(["replay", "--profile", file]).status == .done)
    }

    @Test func rawShowsTheRowsBehindAnAnswer() throws {
        let answer = try counter.track(Corridor.parcel, ["--raw"])
        let raw = try #require(answer["raw"] as? [[String: Any]])
        #expect(raw.map { $0["message"] as? Int } == [1, 2])
        #expect(raw.map { $0["profile"] as? String } == ["manifest", "dcsa"])
        #expect(raw.map { $0["name"] as? String } == ["manifest.csv", "dcsa.json"])
        #expect(raw.allSatisfy { $0["problem"] is NSNull }, "\(raw)")
        let rows = try #require(raw[0]["items"] as? [[String: Any]])
        #expect(rows.first?["position"] as? String == "line 2")
        let texts = rows.compactMap { $0["text"] as? String }
        #expect(texts.first?.contains(Corridor.parcel) == true && texts.first?.contains("0.42") == true, "\(texts)")
        let says = rows.flatMap { $0["says"] as? [[String: Any]] ?? [] }
        #expect(Set(says.compactMap { $0["what"] as? String }).isSuperset(of: ["link", "alias", "fact"]))
        let item = try #require((raw[1]["items"] as? [[String: Any]])?.first)
        #expect((item["text"] as? String)?.contains("\"equipmentEventTypeCode\": \"RMVD\"") == true, "\(item)")
    }

    @Test func rawIsForPeopleTooAndNoTable() throws {
        let ending = try counter.run(["track", "--raw", Corridor.parcel])
        #expect(ending.output.contains("message 1  from manifest  manifest.csv  received"), "\(ending.output)")
        #expect(ending.output.contains("event EQUIPMENT.RMVD of MRKU9465770"), "\(ending.output)")
        #expect(try counter.run(["track", "--raw", "--csv", Corridor.parcel]).status == .usage)
        #expect(try counter.track(Corridor.parcel)["raw"] == nil, "only where it is wanted")
    }

    @Test func rawQuotesAnElementOfXMLAsItStands() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Fixtures/ceb/CEB607-1.xml").path
        #expect(try counter.run(["import", file]).status == .done)
        let raw = try #require(try counter.track("ZX26110000001", ["--raw"])["raw"] as? [[String: Any]])
        let items = raw.flatMap { $0["items"] as? [[String: Any]] ?? [] }
        #expect(items.contains { ($0["text"] as? String)?.hasPrefix("<ceb:") == true }, "\(items)")
    }
}
