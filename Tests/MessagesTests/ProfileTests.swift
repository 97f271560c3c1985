import Messages
import Testing
import Tracking

/// A profile's author hears of every mistake at once, with its line.
struct ProfileTests {
    private func mistakes(_ yaml: String) -> [String] {
        do {
            _ = try Profile(yaml: yaml, file: "p")
            return []
        } catch {
            return error.mistakes.map { "\($0.line.map(String.init) ?? "-") \($0.key)" }
        }
    }

    private func select(_ sql: String, group: String = "facts") -> [String] {
        do {
            _ = try Profile(yaml: "name: p\ntitle: P\nreads: json\neach: $[*]\n\(group): >\n  \(sql)\n", file: "p")
            return []
        } catch {
            return error.mistakes.map(\.reason)
        }
    }

    private func profile(_ sql: String) throws -> Profile {
        try Profile(yaml: "name: p\ntitle: P\nreads: json\neach: $[*]\nfacts: >\n  \(sql)\n", file: "p")
    }

    @Test func reportsEveryMistakeWithItsLine() {
        let found = mistakes(
            """
            name: p
            titel: P
            reads: json
            each: "events[*]"
            zone: Mars/Olympus
            redact: ["$.["]
            ask:
              about: [boat]
              url: "{base}/x/{code}"
              rate: fast
              register: { url: x }
              answers: { nothing: [{ status: 99 }], blocked: [{ is: x }], asleep: [] }
            credentials: oauth2
            milestones: { A: departd }
            shape: { required: [x] }
            facts: SELECT 1 AS wieght
            """)
        for expected in [
            "2 titel", "2 title", "4 each", "5 zone", "6 redact", "8 ask.about", "9 ask.url", "10 ask.rate",
            "11 ask.register", "12 ask.answers.nothing.status", "12 ask.answers.blocked.is",
            "12 ask.answers.asleep", "13 credentials", "14 milestones.A", "15 shape.required", "16 facts",
        ] {
            #expect(
                found.contains { $0 == expected || (expected == "2 title" && $0.hasSuffix(" title")) },
                "\(expected): \(found)")
        }
    }

    @Test func suggestsWhatWasMeant() {
        do {
            _ = try Profile(
                yaml: "name: p\ntitle: P\nreads: json\neach: $\nmilestone: {}\nfacts: SELECT 1 AS valeu\n", file: "p")
            Issue.record("a profile with mistakes was taken")
        } catch {
            #expect(error.mistakes.contains { $0.reason.contains("did you mean milestones?") })
            #expect(error.mistakes.contains { $0.reason.contains("did you mean value?") })
        }
    }

    @Test(arguments: ["pdf", "yaml"])
    func saysPlainlyWhichFormatsItDoesNotRead(format: String) {
        #expect(mistakes("name: p\ntitle: P\nreads: \(format)\neach: $\nfacts: SELECT 1 AS value\n") == ["3 reads"])
    }

    @Test(arguments: ["", "- a\n- b\n", "a: [\n", "a: 1\na: 2\n", "\tname: x"])
    func refusesWhatIsNoMappingOfYAML(yaml: String) {
        #expect(!mistakes(yaml).isEmpty)
    }

    @Test(arguments: [
        "SELECT 1 AS value; SELECT 2", "SELECT 1 AS value; DROP TABLE x", "ATTACH '/tmp/x' AS y", "PRAGMA user_version",
        "SELECT user_version AS value FROM pragma_user_version", "SELECT sql AS value FROM sqlite_master",
        "VACUUM INTO '/tmp/x'",
        "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)", "SELECT load_extension('x') AS value",
        "SELECT random() AS value",
        "EXPLAIN SELECT 1 AS value", "SELECT 1 AS value WHERE :other", "SELECT ? AS value", "SELECT 1", "-- nothing",
        "SELECT 1 AS value, 2 AS value", "SELECT x AS value FROM nowhere", "DELETE FROM t", "BEGIN",
        "WITH x AS (SELECT 1) DELETE FROM x",
    ])
    func refusesWhatIsNotOneSelectOverTheItem(sql: String) {
        #expect(!select(sql).isEmpty)
    }

    @Test(arguments: [
        "SELECT :item ->> 'a' AS value", "SELECT 1 AS value;", "SELECT 1 AS value -- remark", "VALUES (1), (2)",
    ])
    func takesOneSelect(sql: String) {
        #expect(select(sql).isEmpty || sql.hasPrefix("VALUES"))
    }

    @Test(arguments: [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS value FROM n WHERE i < 0",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS value FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 'x' UNION ALL SELECT i || i FROM n) SELECT max(length(i)) AS value FROM n",
    ])
    func stopsASelectThatDoesNotEnd(sql: String) throws {
        let reading = try? Reading.of("[{}]", try profile(sql))
        #expect(reading == nil || reading?.rejections.map(\.kind) == ["mapping-failed"])
        #expect(reading?.facts.isEmpty ?? true)
    }

    @Test func refusesOnlyTheItemOnWhichASelectFails() throws {
        let nested = try profile(
            "SELECT 'parcel' AS kind, 'P1' AS code, 'v' AS name, json_extract(:item ->> 'text', '$.v') AS value")
        let reading = try Reading.of(#"[{"text": "{\"v\": 5}"}, {"text": "no json"}, {"text": "{\"v\": 6}"}]"#, nested)
        #expect(reading.facts.map(\.value) == ["5", "6"])
        #expect(reading.items[1].problems.map(\.kind) == ["mapping-failed"])
    }

    @Test func leavesAnItemWithoutRowsUnmapped() throws {
        let reading = try Reading.of(
            "[{}]", try profile("SELECT 'parcel' AS kind, 'P1' AS code, 'v' AS name, :item ->> 'v' AS value"))
        #expect(reading.items.count == 1)
        #expect(reading.items.allSatisfy { !$0.saysSomething && $0.problems.isEmpty })
    }

    @Test func givesItsOwnTextToStartFrom() throws {
        for profile in try ProfileLibrary().profiles {
            #expect(try Profile(yaml: profile.text, file: "copy").name == profile.name)
        }
    }

    @Test func everyProfileThatIsAskedSaysHowMuchAnAnswerHolds() throws {
        for profile in try ProfileLibrary().profiles where profile.ask != nil {
            #expect(profile.coverage.history != nil, "\(profile.name)")
            #expect(profile.coverage.credentials != nil, "\(profile.name)")
        }
    }

    @Test func letsAUsersProfileShadowABuiltInOne() throws {
        let builtIn = try ProfileLibrary().profiles
        for profile in builtIn {
            let text = profile.text.replacing("title: \(profile.title)", with: "title: mine")
            let library = try ProfileLibrary(user: [try Profile(yaml: text, file: "mine")])
            #expect(library.profile(named: profile.name)?.title == "mine")
            #expect(library.profiles.map(\.name).sorted() == builtIn.map(\.name).sorted())
        }
    }

    @Test(arguments: [
        ("dcsa", #"[{"eventID": "1", "eventDateTime": "2026-11-20T10:15:00Z", "eventClassifierCode": "ACT"}]"#),
        ("dhl-unified", #"{"shipments": [{"id": "1", "service": "express", "events": []}]}"#),
    ])
    func aFileIsTheUsersProfilesBeforeABuiltInOnes(name: String, body: String) throws {
        let text = try builtIn(name).text
        let library = try ProfileLibrary(user: [
            // One that replaces the built-in one, and one that stands beside it and fits as well.
            try Profile(yaml: text.replacing("name: \(name)\n", with: "name: own\n"), file: "own")
        ])
        #expect(try ProfileLibrary().recognise(body: Array(body.utf8), fileName: nil)?.name == name)
        #expect(library.recognise(body: Array(body.utf8), fileName: nil)?.name == "own")
    }

    @Test func readsWhatAPersonSays() throws {
        let reading = try Reading.of(
            """
            {"watch": {"kind": "container", "scheme": "iso6346", "code": "MRKU9465770", "carrier": "line-a"}}

            {"unwatch": {"kind": "parcel", "code": "P1", "carrier": "line-b"}}
            {"watch": {"kind": "parcel", "code": "P1"}}
            {"dance": {}}
            """, try builtIn("hand"))
        #expect(reading.items.map(\.position) == ["line 1", "line 3", "line 4", "line 5"])
        #expect(reading.items.flatMap(\.watches).map(\.asks) == [true, false])
        #expect(reading.items.flatMap(\.watches).map(\.carrier) == ["line-a", "line-b"])
        #expect(reading.items[2].problems.map(\.kind) == ["no-carrier"])
        #expect(reading.items[3].problems.isEmpty)
    }
}
