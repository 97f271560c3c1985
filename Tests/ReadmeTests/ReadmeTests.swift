import Foundation
import Terminal
import Testing

/// The README promises; here it is taken at its word.
@Suite struct ReadmeTests {
    /// Asked after the README's own commands, of what they left behind.
    private static let questions = [
        // A scan of the parcel's own, before what its container tells.
        """
        echo '{"parcelNumber":"LY310686635CN","scans":[{"code":"PICKUP","time":"'$(date -u +%FT%TZ)'"}]}' > own.json
        caravan import own.json --profile quickpost.yaml
        """,
        "caravan track LY310686635CN LB123456799CN RR123456785CN --json",
        "caravan import manifest.csv list.csv --json",
        "caravand sync --json",
        "caravan settings --example",
        "caravan carriers show manifest",
        "CARAVAN_SETTINGS= caravan carriers --database none.db --json",
    ]

    /// Everything is run once; each test looks at a part of what came of it.
    private static let session = Result {
        try Session(try Readme().commands.map(\.text) + questions)
    }

    private func answer(_ question: Int) throws -> Session.Ending {
        let endings = try Self.session.get().endings
        return endings[endings.count - Self.questions.count + question]
    }

    @Test func everyCommandDoesWhatTheReadmeShows() throws {
        let commands = try Readme().commands
        let endings = try Self.session.get().endings
        #expect(commands.count > 20)
        let shown = StableText(of: commands.flatMap(\.output))
        let told = StableText(of: endings.flatMap(\.output))
        for (command, ending) in zip(commands, endings) {
            let place = Comment(rawValue: "README.md:\(command.line): \(command.text)")
            #expect(ending.status == command.status, place)
            #expect(told.of(ending.output) == shown.of(command.output), place)
        }
    }

    @Test func everyFieldOfTrackIsExplained() throws {
        let explained = Set(try Readme().names(under: "`caravan track --json`"))
        let fields = try JSONFields.of(try answer(1).output.joined(), open: ["facts"])
            // A place has the same fields wherever it stands.
            .filter { !$0.hasPrefix("events[].place.") }
        #expect(fields.subtracting(explained) == [])
        // Only a contradiction has these, and the session has none.
        #expect(explained.subtracting(fields).filter { !$0.hasPrefix("conflicts[].") } == [])
    }

    @Test func everyFieldOfImportIsExplained() throws {
        let fields = try JSONFields.of(try answer(2).output.joined())
        #expect(fields == Set(try Readme().names(under: "`caravan import --json`")))
    }

    @Test func everyFieldOfSyncIsExplained() throws {
        let explained = Set(try Readme().names(under: "`caravand sync --json`"))
        let fields = try JSONFields.of(try answer(3).output.joined())
        #expect(fields.subtracting(explained) == [])
        #expect(explained.subtracting(fields).filter { !$0.hasPrefix("failures[].") } == [])
    }

    @Test func everySettingIsInTheTable() throws {
        let named = try Readme().names(under: "Settings").map { String($0.split(separator: "].").last ?? "") }
        let example = try answer(4).output.compactMap { $0.firstMatch(of: /^#?[ \-#]*([a-z_]+):( |$)/)?.1 }
        #expect(Set(named) == Set(example.map(String.init)))
    }

    @Test func everyColumnOfAManifestIsInTheTable() throws {
        let columns = try answer(5).output.drop { $0 != "columns:" }.dropFirst().prefix { !$0.isEmpty }
            .compactMap { $0.firstMatch(of: /^  ([a-z_]+): \[/)?.1 }
        #expect(columns.count > 20)
        #expect(try Readme().names(under: "Manifests") == columns.map(String.init))
    }

    @Test func theChineseNamesOfColumnsAreThoseOfTheProfile() throws {
        let profile = try answer(5).output.joined(separator: "\n")
        let names = try Readme().lines.filter { $0.hasPrefix("| `") }
            .flatMap { row in row.matches(of: /[\u{4E00}-\u{9FFF}]+/).map { String($0.0) } }
        #expect(names.count > 40)
        for name in names {
            let isWhole = ["[\(name),", " \(name),", " \(name)]"].contains { profile.contains($0) }
            #expect(isWhole, "\(name)")
        }
    }

    /// `RECORD_GOLDEN=1` writes the table anew.
    @Test func theTableOfProfilesIsWhatTheyCanTell() throws {
        let table = try CoverageRows.markdown(try answer(6).output.joined())
        let readme = try Readme()
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try readme.replacing(tableUnder: CoverageRows.header[0], with: table)
        }
        #expect(try Readme().table(headed: CoverageRows.header[0]) == table)
        #expect(table.count > 4)
    }

    @Test func everyExitCodeIsInTheTable() throws {
        #expect(try Readme().cells(under: "Exit codes") == ExitStatus.allCases.map { String($0.rawValue) })
    }

    @Test func everyFileItNamesIsThere() throws {
        let text = try Readme().lines.joined(separator: "\n")
        let files = Set(text.matches(of: /Scripts\/[a-z.]+[a-z]/).map { String($0.0) })
        #expect(files.count >= 4)
        for file in files {
            #expect(FileManager.default.fileExists(atPath: Readme.root.appending(path: file).path), "\(file)")
        }
    }

    @Test func theTwoCommandsComeFirst() throws {
        let first = try Readme().lines.first { $0.hasPrefix("Scripts/") }
        #expect(first?.hasPrefix("Scripts/demo") == true)
        #expect(try Readme().lines.prefix(25).contains { $0.hasPrefix("Scripts/test") })
    }
}
