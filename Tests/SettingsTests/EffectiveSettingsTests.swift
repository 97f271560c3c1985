import Foundation
import Testing

@testable import Settings

/// What `caravan settings` shows.
struct EffectiveSettingsTests {
    private let environment = ["LINE_A_KEY": "CANARY-7d1e", "HOME": "/home/a"]

    private func read(_ yaml: String) throws -> Settings {
        try SettingsReader.read(yaml: yaml, file: "/etc/caravan/caravan.yaml", environment: environment)
    }

    @Test func theTextReadsBackAsTheSameSettings() throws {
        let settings = try read(SampleFile.complete)
        #expect(try read(settings.effectiveText) == settings)
        #expect(settings.effectiveText.hasPrefix("# from /etc/caravan/caravan.yaml\ndatabase: /var/lib"))
    }

    @Test(arguments: [
        "a: b", "a #b", "- a", "null", "true", "no", "~", "*x", "&x", "!x", "{", "[", "%", "@a", "`", "\"", "'", "\\",
        "a:", ":a", "5", "0x1F", "中欧班列", "Достык", "a\u{202E}b", "a\u{200B}", "a ", " a", "1e5", "=", "a\u{85}b",
        "\u{1F682}", "\u{E0041}",
    ])
    func everyNameReadsBack(name: String) throws {
        var settings = Settings(file: "/etc/caravan/caravan.yaml")
        settings.carriers = [Settings.Carrier(name: name, profile: .builtIn("p"))]
        #expect(try read(settings.effectiveText) == settings)
    }

    @Test func secretsAreInNoOutput() throws {
        let settings = try read(SampleFile.complete)
        let json = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
        var dumped = ""
        dump(settings, to: &dumped)
        for text in [settings.effectiveText, json, dumped, "\(settings)"] {
            #expect(!text.contains("CANARY"))
        }
        #expect(settings.effectiveText.contains("secret: env:LINE_A_KEY"))
        #expect(json.contains("\"secret\":\"env:LINE_A_KEY\""))
    }

    @Test func theJSONHasTheNamesOfTheFile() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(Settings()), as: UTF8.self)
        #expect(
            json
                == #"{"carriers":[],"database":null,"file":null,"inbox":[],"places":null,"report_zone":"Asia/Shanghai","shared_evidence":false}"#
        )
    }

    @Test func theExampleIsAValidFile() throws {
        var expected = Settings()
        expected.file = "/etc/caravan/caravan.yaml"
        #expect(try read(Settings.example) == expected)
    }

    @Test func theExamplesCommentsAreValidSettingsToo() throws {
        let lines = Settings.example.split(separator: "\n").map { line -> String in
            if line.hasPrefix("#  ") { return String(line.dropFirst()) }
            if ["# database:", "# places:", "# shared_evidence:"].contains(where: line.hasPrefix) {
                return String(line.dropFirst(2))
            }
            return String(line.replacing(": []", with: ":"))
        }
        let settings = try read(lines.joined(separator: "\n"))
        #expect(settings.inbox.count == 2)
        #expect(settings.carriers.first?.caFile == "/etc/caravan/line-a.pem")
        #expect(settings.carriers.first?.interval == Settings.Interval("30m"))
        #expect(settings.carriers.first?.quiet == Settings.QuietHours("22:00-06:00"))
        #expect(settings.carriers.first?.quietZone == "Europe/Berlin")
        #expect(settings.places == "/etc/caravan/places.csv")
        #expect(settings.sharedEvidence)
    }
}
