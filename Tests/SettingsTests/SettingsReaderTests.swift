import Testing

@testable import Settings

/// What a settings file may say, and what it becomes.
struct SettingsReaderTests {
    private func read(_ yaml: String, environment: [String: String] = ["HOME": "/home/aygul"]) throws -> Settings {
        try SettingsReader.read(yaml: yaml, file: "/etc/caravan/caravan.yaml", environment: environment)
    }

    @Test func theWholeFileIsRead() throws {
        let settings = try read(SampleFile.complete, environment: ["LINE_A_KEY": "k"])
        #expect(settings.database == "/var/lib/caravan/caravan.db")
        #expect(settings.inbox.map(\.path) == ["/srv/caravan/in/manifests", "/srv/caravan/in/positions"])
        #expect(settings.inbox[1].profile == .builtIn("positions"))
        #expect(settings.inbox[1].expect == Settings.Expectation("daily 18:00"))
        let carrier = try #require(settings.carriers.first)
        #expect(carrier.name == "line-a")
        #expect(carrier.profile == .builtIn("dcsa"))
        #expect(carrier.baseURL == "https://api.line-a.example")
        #expect(carrier.secret == .environment("LINE_A_KEY"))
        #expect(carrier.rate == Settings.Rate(count: 2, per: .second))
        #expect(carrier.quota == Settings.Quota(perDay: 250))
        #expect(carrier.quiet == Settings.QuietHours("22:00-06:00"))
        #expect(carrier.quietZone == "Asia/Almaty")
        #expect(carrier.concurrent == 4)
        #expect(carrier.watch == [.kind("container"), .pattern("HLBU*")])
        #expect(carrier.interval == Settings.Interval(seconds: 1_800))
        #expect(settings.places == "/etc/caravan/places.csv")
        #expect(settings.reportZone == "Europe/Berlin")
        #expect(settings.sharedEvidence)
    }

    /// What one consignor's parcels tell of another's is nobody's business unless the user says so.
    @Test(arguments: [
        ("", false), ("shared_evidence: true", true), ("shared_evidence: yes", true), ("shared_evidence: false", false),
        ("shared_evidence: \"no\"", false),
    ])
    func evidenceIsSharedOnlyWhereTheFileSaysSo(yaml: String, expected: Bool) throws {
        #expect(try read(yaml).sharedEvidence == expected)
    }

    @Test(arguments: ["maybe", "1", "[true]", "~", "{ a: true }"])
    func aChoiceThatIsNoneIsAMistake(written: String) {
        let problems = #expect(throws: SettingsProblems.self) { try read("shared_evidence: \(written)") }
        #expect(problems?.problems.first?.key == "shared_evidence")
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "~", "{}"])
    func aFileThatSaysNothingIsTheDefaults(yaml: String) throws {
        var expected = Settings()
        expected.file = "/etc/caravan/caravan.yaml"
        #expect(try read(yaml) == expected)
    }

    @Test(arguments: [
        ("places.csv", "/etc/caravan/places.csv"), ("./places.csv", "/etc/caravan/places.csv"),
        ("../places.csv", "/etc/caravan/../places.csv"), ("~/places.csv", "/home/aygul/places.csv"),
        ("/srv/places.csv", "/srv/places.csv"),
    ])
    func relativePathsStartAtTheFilesOwnFolder(written: String, expected: String) throws {
        #expect(try read("places: \(written)").places == expected)
    }

    @Test(arguments: [
        ("dcsa", Settings.Profile.builtIn("dcsa")), ("line-a.yaml", .file("/etc/caravan/line-a.yaml")),
        ("./line-a", .file("/etc/caravan/./line-a".replacing("/./", with: "/"))), ("/x/y.yml", .file("/x/y.yml")),
    ])
    func aProfileIsANameOrAFile(written: String, expected: Settings.Profile) throws {
        #expect(try read("carriers: [{ name: a, profile: \(written) }]").carriers[0].profile == expected)
    }

    @Test(arguments: [
        "https://api.example", "https://api.example/v2", "HTTPS://API.EXAMPLE", "https://192.0.2.7:8443/x",
        "http://localhost:8080", "http://127.0.0.1", "http://127.8.9.1:99/x", "http://[::1]:8080",
    ])
    func secureAndLoopbackAddressesAreAccepted(address: String) throws {
        let yaml = "carriers: [{ name: a, profile: p, base_url: \"\(address)/\" }]"
        #expect(try read(yaml).carriers[0].baseURL == address)
    }

    @Test func wordsOtherReadersTakeForTruthValuesStayText() throws {
        #expect(try read("carriers: [{ name: no, profile: yes }]").carriers[0].name == "no")
        #expect(try read("carriers: [{ name: 95306, profile: p }]").carriers[0].name == "95306")
    }

    @Test func filesOfOtherEditorsAreRead() throws {
        #expect(try read("\u{FEFF}places: /a\r\ndatabase: /b\r\n").places == "/a")
        #expect(try read("\u{FEFF}places: /a\r\ndatabase: /b\r\n").database == "/b")
    }

    @Test func aProgramThatAsksNobodyNeedsNoSecrets() throws {
        let yaml = "carriers: [{ name: a, profile: p, secret: env:LINE_A_KEY }]"
        let settings = try SettingsReader.read(yaml: yaml, file: "c.yaml", environment: [:], secrets: .skipped)
        #expect(settings.carriers[0].secret == .environment("LINE_A_KEY"))
        #expect(throws: SettingsProblems.self) { try read(yaml) }
    }
}
