import Foundation
import Terminal
import Testing

/// `record`, `retract`, `link` and `unlink` as a dispatcher uses them.
struct PersonsWordCommandTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-21T08:00Z")
    }

    private func say(_ arguments: [String], at now: String) throws -> [String: Any] {
        let ending = try counter.run(arguments + ["--json"], at: now)
        #expect(ending.status == .done, "\(ending.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    }

    private func links(_ code: String, _ more: [String] = []) throws -> [[String: Any]] {
        try #require(try counter.track(code, more)["links"] as? [[String: Any]])
    }

    @Test(arguments: [
        ("2026-11-20T15:00", "乌鲁木齐", "2026-11-20T15:00:00+08:00", "minute", "place", "URH"),
        ("2026-11-20T10:00+05:00", "Dostyk", "2026-11-20T10:00:00+05:00", "minute", "reported", "DST"),
        ("2026-11-20T10:00", "Достык", "2026-11-20T10:00:00+05:00", "minute", "place", "DST"),
        ("11/20", "Alashankou", "2026-11-20", "day", "place", "ALK"),
        ("now", "DUI", "2026-11-21T10:00:00+01:00", "second", "reported", "DUI"),
    ])
    func aTimeWithoutAZoneIsOfThePlaceAndADayIsADay(
        at: String, place: String, shown: String, precision: String, zone: String, code: String
    ) throws {
        let answer = try say(
            ["record", Corridor.box, "departed", "--at", at, "--place", place, "--source", "agent, by chat"],
            at: "2026-11-21T09:00Z")
        #expect(answer["at"] as? String == shown && answer["precision"] as? String == precision, "\(answer)")
        #expect(answer["zone"] as? String == zone && answer["place"] as? String == code, "\(answer)")
        #expect(answer["source"] as? String == "agent, by chat")
        let event = try #require(
            try counter.events(Corridor.box).first { ($0["sources"] as? [String]) == ["agent, by chat"] })
        #expect(event["at"] as? String == shown && event["zone"] as? String == zone)
        #expect(event["references"] as? [String] == [answer["reference"] as? String ?? ""])
    }

    @Test func whatIsTakenBackIsGoneNowAndThereWithAsOf() throws {
        let answer = try say(
            ["record", Corridor.parcel, "delivered", "--at", "2026-11-22", "--place", "Duisburg"],
            at: "2026-11-23T08:00Z")
        let reference = try #require(answer["reference"] as? String)
        #expect(try counter.status(Corridor.parcel)?["milestone"] as? String == "delivered")
        _ = try say(["retract", reference, "--reason", "another parcel"], at: "2026-11-24T08:00Z")
        #expect(try counter.status(Corridor.parcel)?["milestone"] as? String != "delivered")
        let then = try counter.status(Corridor.parcel, ["--as-of", "2026-11-23T12:00Z"])
        #expect(then?["milestone"] as? String == "delivered")
        let again = try counter.run(["retract", reference, "--reason", "again"], at: "2026-11-25T08:00Z")
        #expect(again.status == .attention && again.error.contains("no such event"))
        _ = try say(
            ["record", Corridor.parcel, "delivered", "--at", "2026-11-22", "--place", "Duisburg"],
            at: "2026-11-26T08:00Z")
        #expect(try counter.status(Corridor.parcel)?["milestone"] as? String == "delivered")
    }

    @Test func whatTheCarrierTellsAgainAtTheNextPollStaysTakenBack() async throws {
        try await counter.answer(Corridor.news, at: "2026-11-21T09:00Z")
        let departed = try #require(
            try told().first { $0["milestone"] as? String == "departed" })
        let reference = try #require((departed["references"] as? [String])?.first)
        _ = try say(["retract", reference, "--reason", "it still stands here"], at: "2026-11-21T10:00Z")
        try await counter.answer(Corridor.news, at: "2026-11-21T11:00Z")
        let milestones = try told().compactMap { $0["milestone"] as? String }
        #expect(milestones.contains("loaded") && !milestones.contains("departed"))
    }

    /// What the carrier told of the box.
    private func told() throws -> [[String: Any]] {
        try counter.events(Corridor.box).filter { ($0["sources"] as? [String]) == ["line-a"] }
    }

    @Test func allThatAMessageOfAPersonSaysIsTakenBackByItsNumber() throws {
        let answer = try say(
            ["link", Corridor.parcel, Corridor.otherBox, "--reason", "seen there"], at: "2026-11-22T08:00Z")
        let message = try #require(answer["message"] as? Int)
        #expect(try links(Corridor.parcel).contains { $0["basis"] as? String == "by-hand" })
        _ = try say(["retract", "\(message)", "--reason", "mistaken"], at: "2026-11-22T09:00Z")
        #expect(try !links(Corridor.parcel).contains { $0["basis"] as? String == "by-hand" })
        let then = try links(Corridor.parcel, ["--as-of", "2026-11-22T08:30Z"])
        #expect(then.contains { $0["basis"] as? String == "by-hand" })
    }

    @Test func aBoxSaidByHandOutranksTheOneOfThePapersBag() async throws {
        try await counter.answer(Corridor.news, at: "2026-11-21T09:00Z")
        #expect(try counter.status(Corridor.parcel)?["milestone"] as? String == "departed")
        _ = try say(["link", Corridor.parcel, Corridor.otherBox, "--reason", "seen there"], at: "2026-11-22T08:00Z")
        let answer = try counter.track(Corridor.parcel)
        #expect(answer["status"] is NSNull, "the other box has not left")
        #expect((answer["conflicts"] as? [[String: Any]])?.isEmpty == false, "and nobody is left to find that out")
    }

    @Test func aDeniedLinkHoldsAgainstThePaperNowAndWhenItComesAgain() throws {
        _ = try say(["unlink", Corridor.box, "X8157", "--reason", "rolled"], at: "2026-11-22T08:00Z")
        try counter.take(
            Corridor.manifest + "YT2415800000000004,SO-4,BAG-1,MRKU9465770,X8157,2026-11-20,DE,1,,\n", as: "m2.csv",
            at: "2026-11-22T09:00Z")
        let claims = try links(Corridor.box)
        #expect(
            !claims.isEmpty && claims.allSatisfy { $0["denied"] as? Bool == true && $0["carries"] as? Bool == false })
        let train = try counter.object(["train", "X8157"])
        let boxes = (train["containers"] as? [[String: Any]])?.compactMap { $0["code"] as? String } ?? []
        #expect(!boxes.contains(Corridor.box), "\(train)")
        let then = try links(Corridor.box, ["--as-of", "2026-11-21T12:00Z"])
        #expect(then.allSatisfy { $0["denied"] as? Bool == false })
        _ = try say(["link", Corridor.box, "X8157@2026-11-20", "--reason", "it did go"], at: "2026-11-23T08:00Z")
        #expect(
            try links(Corridor.box).contains { $0["basis"] as? String == "by-hand" && $0["carries"] as? Bool == true })
    }

    @Test func anotherNumberIsSaidAndDeniedByHand() throws {
        _ = try say(
            ["link", Corridor.parcel, "JJD0001", "--alias", "last-mile", "--issuer", "DHL", "--reason", "label"],
            at: "2026-11-22T08:00Z")
        #expect(try counter.track("JJD0001")["code"] as? String == Corridor.parcel)
        _ = try say(
            ["unlink", Corridor.parcel, "SO-1", "--alias", "order", "--reason", "typing"], at: "2026-11-22T09:00Z")
        let roles = (try counter.track(Corridor.parcel)["aliases"] as? [[String: Any]])?.compactMap {
            $0["code"] as? String
        }
        #expect(roles?.contains("SO-1") == false && roles?.contains("JJD0001") == true, "\(roles ?? [])")
        #expect(try counter.track("SO-1")["code"] as? String == "SO-1", "it finds the parcel no more")
        let then = try counter.track(Corridor.parcel, ["--as-of", "2026-11-21T12:00Z"])["aliases"] as? [[String: Any]]
        #expect(then?.contains { $0["code"] as? String == "SO-1" } == true)
    }

    @Test func aNumberThatNoMessageNamedIsRecordedAllTheSame() throws {
        let ending = try counter.run(
            ["record", "MSKU0000007", "gated-in", "--at", "2026-11-20", "--place", "URH"], at: "2026-11-21T09:00Z")
        #expect(ending.status == .done && ending.errors.contains("in no other message yet"), "\(ending.errors)")
        #expect(try counter.events("MSKU0000007").count == 1)
        let odd = try counter.run(
            ["record", "BOX 12/A", "stripped", "--at", "2026-11-20", "--kind", "bag", "--place", "DUI"],
            at: "2026-11-21T09:00Z")
        #expect(odd.status == .done, "\(odd.errors)")
    }

    /// Every mistake has its word and its next step, and changes nothing.
    @Test(arguments: [
        (["record", "?", "departed", "--at", "2026-11-20"], Terminal.ExitStatus.usage, "cannot record ?"),
        (["record", "MRKU9465770", "departd", "--at", "2026-11-20"], .usage, "did you mean departed?"),
        (["record", "MRKU9465770", "departed", "--at", "yesterday-ish"], .usage, "cannot read the time of --at"),
        (["record", "MRKU9465770", "departed", "--at", "2027-11-20"], .usage, "it is in the future"),
        (
            ["record", "MRKU9465770", "departed", "--at", "2026-11-20", "--place", "Alashankuo"], .usage,
            "did you mean Alashankou"
        ),
        (
            ["record", "MRKU9465770", "departed", "--at", "2026-11-20", "--place", "zzzzqqq"], .usage,
            "no place of ours"
        ),
        (["record", "MRKU9465770", "departed", "--at", "2026-11-20", "--country", "XX"], .usage, "no such country"),
        (["record", "MRKU9465770", "departed", "--at", "2026-11-20", "--kind", "zeppelin"], .usage, "no such kind"),
        (["record", "MRKU9465770", "departed", "--at", "2026-11-20", "--source", "  "], .usage, "it is blank"),
        (["record", "MRKU9465770", "departed"], .usage, "--at"),
        (["record", "X9999", "departed", "--at", "2026-11-20"], .usage, "X9999"),
        (["retract", "MRKU9465770#ZZZZZZZ", "--reason", "x"], .attention, "no such event"),
        (["retract", "departed", "--reason", "x"], .usage, "no reference of an event"),
        (["retract", "MRKU9465770#ZZZZZZZ"], .usage, "--reason"),
        (["retract", "1", "--reason", "x"], .attention, "it is a file"),
        (["retract", "99", "--reason", "x"], .attention, "no message of that number"),
        (["retract", "99", "--reason", " "], .usage, "without a reason"),
        (["link", "MRKU9465770", "MRKU9465770", "--reason", "x"], .usage, "cannot be carried in itself"),
        (["link", "MRKU9465770", "YT2415800000000001", "--reason", "x"], .usage, "a parcel carries no container"),
        (["link", "YT2415800000000001", "MRKU9465770"], .usage, "--reason"),
        (["link", "YT2415800000000001", "X8159", "--reason", "x"], .usage, "X8159"),
        (["link", "YT2415800000000001", "X1", "--alias", "nickname", "--reason", "x"], .usage, "no such role"),
        (
            ["link", "YT2415800000000001", "YT2415800000000001", "--alias", "order", "--reason", "x"], .usage,
            "it is the number itself"
        ),
        (
            [
                "link", "YT2415800000000001", "MRKU9465770", "--from", "2026-11-20", "--until", "2026-11-01",
                "--reason",
                "x",
            ], .usage, "before --from"
        ),
    ])
    func aMistakeIsToldAndChangesNothing(
        arguments: [String], status: Terminal.ExitStatus, error: String
    ) throws {
        let before = try counter.messages()
        let ending = try counter.run(arguments, at: "2026-11-21T09:00Z")
        #expect(ending.status == status, "\(ending.errors)")
        #expect(ending.errors.contains(error), "\(ending.errors)")
        #expect(ending.remedy.count > 8, "\(ending.errors)")
        #expect(try counter.messages() == before)
    }
}
