import Testing

@testable import Settings

/// Where settings and database are looked for.
struct SettingsLocatorTests {
    private func locator(_ environment: [String: String], files: [String: String] = [:]) -> SettingsLocator {
        SettingsLocator(
            environment: environment, files: SettingsFiles { path throws(SettingsFileFailure) in files[path] })
    }

    private let everywhere = [
        "/opt/named.yaml": "database: /named", "/opt/variable.yaml": "database: /variable",
        "/home/a/.config/caravan/caravan.yaml": "database: /personal", "/x/caravan/caravan.yaml": "database: /xdg",
        "/etc/caravan/caravan.yaml": "database: /etc",
    ]

    @Test(arguments: [
        (named: "/opt/named.yaml" as String?, ["CARAVAN_SETTINGS": "/opt/variable.yaml", "HOME": "/home/a"], "/named"),
        (nil, ["CARAVAN_SETTINGS": "/opt/variable.yaml", "HOME": "/home/a"], "/variable"),
        (nil, ["XDG_CONFIG_HOME": "/x", "HOME": "/home/a"], "/xdg"),
        (nil, ["XDG_CONFIG_HOME": "relative", "HOME": "/home/a"], "/personal"),
        (nil, ["CARAVAN_SETTINGS": "", "XDG_CONFIG_HOME": "", "HOME": "/home/a"], "/personal"),
        (nil, ["HOME": "/home/b"], "/etc"), (nil, [:], "/etc"),
    ])
    func settingsAreFoundInOrder(named: String?, environment: [String: String], expected: String) throws {
        #expect(try locator(environment, files: everywhere).load(named: named).database == expected)
    }

    @Test func withoutAnyFileTheDefaultsHold() throws {
        #expect(try locator(["HOME": "/home/a"]).load() == Settings())
    }

    @Test func aNamedFileMustExist() {
        #expect(throws: SettingsFileFailure.missing(path: "/n", namedBy: "--settings")) {
            try locator([:], files: everywhere).load(named: "/n")
        }
        #expect(throws: SettingsFileFailure.missing(path: "/v", namedBy: "CARAVAN_SETTINGS")) {
            try locator(["CARAVAN_SETTINGS": "/v"], files: everywhere).load()
        }
    }

    @Test func aFileThatCannotBeReadIsNotTakenForAMissingOne() {
        let locator = SettingsLocator(
            environment: ["HOME": "/home/a"],
            files: SettingsFiles { path throws(SettingsFileFailure) in
                throw .unreadable(path: path, reason: "Permission denied")
            })
        #expect(throws: SettingsFileFailure.self) { try locator.load() }
    }

    @Test(arguments: [
        (named: "/n.db" as String?, ["CARAVAN_DATABASE": "/v.db"], "/s.db" as String?, "/n.db"),
        (nil, ["CARAVAN_DATABASE": "/v.db"], "/s.db", "/v.db"),
        (nil, ["HOME": "/home/a"], "/s.db", "/s.db"),
        (nil, ["HOME": "/home/a", "XDG_DATA_HOME": "/d"], nil, "/d/caravan/caravan.db"),
        (nil, ["HOME": "/home/a"], nil, "/home/a/.local/share/caravan/caravan.db"),
    ])
    func theDatabaseIsFoundInOrder(
        named: String?, environment: [String: String], inSettings: String?, expected: String
    ) throws {
        let settings = Settings(database: inSettings)
        #expect(try locator(environment).database(named: named, settings: settings) == expected)
    }

    @Test func withoutAHomeTheDatabaseMustBeNamed() {
        #expect(throws: SettingsFileFailure.noHome) { try locator([:]).database(settings: Settings()) }
    }

    @Test func filesOfThisComputerAreTold() throws {
        #expect(try SettingsFiles.disk.text("/nowhere/caravan.yaml") == nil)
        #expect(throws: SettingsFileFailure.self) { try SettingsFiles.disk.text("/") }
    }
}
