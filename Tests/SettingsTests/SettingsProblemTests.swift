import Testing

@testable import Settings

/// Every mistake is told at once, with its place and with what would be right.
struct SettingsProblemTests {
    private func problems(
        _ yaml: String, environment: [String: String] = [:], secrets: SecretCheck = .named
    ) throws -> [SettingsProblem] {
        let thrown = #expect(throws: SettingsProblems.self) {
            try SettingsReader.read(yaml: yaml, file: "caravan.yaml", environment: environment, secrets: secrets)
        }
        return try #require(thrown).problems
    }

    @Test func everyMistakeOfAFileIsToldAtOnce() throws {
        let told = try problems(SampleFile.broken).map { "\($0.line) \($0.key): \($0.remedy)" }
        #expect(
            told == [
                "1 databse: did you mean database?",
                "3 inbox[0].path: name the folder: path: /srv/caravan/in",
                "8 carriers[0].rate: keep one of them",
                "8 carriers[0].rate: \(Settings.Rate.remedy)",
                "9 carriers[0].concurrent: write how many requests may be in flight, 1 to 100",
                "10 carriers[0].secret: set LINE_A_KEY for this program, or name a file: file:PATH",
                "11 carriers[1].name: give it another name",
                "13 carriers[1].base_url: write https:, and ca_file: for a certificate of your own",
                "14 carriers[1].watch[0]: did you mean container?",
                "15 carriers[1].secret: \(SecretReference.remedy)",
                "16 report_zone: write a zone's name: Asia/Shanghai, Asia/Almaty, Europe/Berlin",
            ])
    }

    @Test func aMistakeIsOneLine() throws {
        let problem = try #require(try problems("carriers:\n  - { name: a, profile: p, rate: fast }").first)
        #expect(
            problem.description
                == "caravan.yaml:2:28: carriers[0].rate: \"fast\" is not a rate; "
                + "write a count and a unit: 2/s, 30/min, 100/h or 250/day")
    }

    @Test(arguments: [
        ("carriers: [{ name: a, profile: p, base_url: http://127.0.0.1.evil.example }]", "plain http"),
        ("carriers: [{ name: a, profile: p, base_url: http://localhost.evil.example }]", "plain http"),
        ("carriers: [{ name: a, profile: p, base_url: http://10.0.0.1 }]", "plain http"),
        ("carriers: [{ name: a, profile: p, base_url: ftp://a.example }]", "only https"),
        ("carriers: [{ name: a, profile: p, base_url: api.example }]", "not an address"),
        ("carriers: [{ name: a, profile: p, base_url: https://u:k@a.example }]", "a user or a password"),
        ("carriers: [{ name: a, profile: p, base_url: \"https://a.example?key=1\" }]", "a ? or a #"),
        ("carriers: [{ name: a, profile: p, concurrent: 0 }]", "not a number of requests"),
        ("carriers: [{ name: a, profile: p, concurrent: four }]", "not a number of requests"),
        ("carriers: [{ name: a, profile: p, quota: 10/h }]", "not a quota"),
        ("carriers: [{ name: a, profile: p, interval: 5 }]", "not a length of time"),
        ("carriers: [{ name: a, profile: p, quiet: night }]", "not the hours of a day"),
        ("carriers: [{ name: a, profile: p, quiet: \"22:00\" }]", "not the hours of a day"),
        ("carriers: [{ name: a, profile: p, quiet: \"22:00-22:00\" }]", "not the hours of a day"),
        ("carriers: [{ name: a, profile: p, quiet: [\"22:00-06:00\"] }]", "a list stands"),
        ("carriers: [{ name: a, profile: p, quiet: }]", "has no value"),
        ("carriers: [{ name: a, profile: p, quite: \"22:00-06:00\" }]", "no such key"),
        ("carriers: [{ name: a, profile: p, quiet: \"22:00-06:00\", quiet_zone: Berlin }]", "not a known zone"),
        ("carriers: [{ name: a, profile: p, quiet_zone: Europe/Berlin }]", "no quiet hours"),
        ("carriers: [{ name: a, profile: p, watch: container }]", "where a list belongs"),
        ("carriers: [{ name: a, profile: p, watch: [hlbu] }]", "not a kind or a pattern"),
        ("carriers: [{ name: a, profile: p, rate: }]", "has no value"),
        ("carriers: [{ name: a, profile: p, rate: { s: 2 } }]", "a mapping stands"),
        ("carriers: [{ name: a }]", "is missing"),
        ("carriers: { name: a, profile: p }", "where a list belongs"),
        ("carriers: [line-a]", "where keys belong"),
        ("inbox: [{ path: /x, expect: sometimes }]", "not an expectation"),
        ("inbox: [{ path: /x }, { path: /y }, { path: /x, profile: p }]", "stands here already"),
        ("places: ~/places.csv", "HOME is not set"),
        ("database: \"\"", "is empty"),
        ("- a\n- b", "where keys belong"),
        ("hello", "where keys belong"),
        ("? [a]\n: b", "no such key"),
        ("a: 1\n---\nb: 2", "not YAML"),
        ("carriers: [", "not YAML"),
        ("a: \"\\q\"", "not YAML"),
        ("a: *nobody", "not YAML"),
    ])
    func aMistakeIsNamed(yaml: String, message: String) throws {
        let told = try problems(yaml)
        #expect(told.count == 1)
        #expect(told[0].message.contains(message), "\(told[0].message)")
        #expect(!told[0].remedy.isEmpty)
    }

    @Test func aKeyThatStandsThreeTimesIsToldTwice() throws {
        let told = try problems("places: /a\nplaces: /b\n'places': /c\nrate: 1\n\"rate\": 2")
        #expect(told.map(\.line) == [2, 3, 5, 5])
        #expect(told[0].message == "this key stands already on line 1")
        #expect(told[1].message == "this key stands already on line 1")
    }

    @Test func repeatedKeysBesideForeignLettersKeepTheirColumns() throws {
        let told = try problems("inbox: [{ path: /数据/обмен, expect: every 6h, expect: never }]")
        #expect(told.map(\.column) == [46, 46])
        #expect(told.map(\.key) == ["inbox[0].expect", "inbox[0].expect"])
    }

    @Test func whatStandsInPlaceOfASecretIsNeverRepeated() throws {
        let canary = "CANARY-5f2c"
        for value in [canary, "env:\(canary)!", "\"file:\"", "key:\(canary)", "[\(canary)]", "{ a: \(canary) }"] {
            let told = try problems("carriers: [{ name: a, profile: p, secret: \(value) }]")
            #expect(!SettingsProblems(told).description.contains(canary))
        }
        let address = "https://user:\(canary)@a.example?key=\(canary)"
        let told = try problems("carriers: [{ name: a, profile: p, base_url: \"\(address)\" }]")
        #expect(!SettingsProblems(told).description.contains(canary))
    }

    @Test func secretsAreFetchedWhenAskedFor() throws {
        let yaml = "carriers: [{ name: a, profile: p, secret: file:key }, { name: b, profile: p, secret: file:/x }]"
        let told = try problems(
            yaml,
            secrets: .fetched { path throws(SecretFailure) in
                if path == "./key" { throw .noFile(path) }
                return SecretFile(text: "CANARY", mode: 0o644)
            })
        #expect(told.map(\.message) == ["./key does not exist", "others may read /x (mode 644)"])
    }

    @Test func hostileNamesAreShownWithoutTheirControlCharacters() throws {
        let told = try problems("\"\\e]0;x\\a\": 1\nreport_zone: \"\\e[2J\"\nplaces: \"a\\0b\"")
        #expect(told.count == 3)
        #expect(told.allSatisfy { !$0.description.unicodeScalars.contains { $0.value < 0x20 } })
    }

    @Test(arguments: [
        ("carier", "carriers"), ("data-base", "database"), ("report_zome", "report_zone"), ("plcaes", "places"),
    ])
    func theNearestNameIsSuggested(typed: String, meant: String) {
        let known = ["database", "inbox", "carriers", "places", "report_zone"]
        #expect(NearestName.of(typed, among: known) == meant)
    }

    @Test(arguments: ["x", "colour", "", String(repeating: "z", count: 10_000)])
    func nothingFarFetchedIsSuggested(typed: String) {
        #expect(NearestName.of(typed, among: ["database", "inbox", "carriers"]) == nil)
    }
}
