import Foundation
import Testing

/// The files that go onto a server.
@Suite struct InstallationTests {
    private static let systemdAnalyze = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Readme.root.appending(path: "Scripts/\(name)"), encoding: .utf8)
    }

    /// The lines that run a program of ours, from its name on.
    private func commands(_ text: String) -> [String] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line in
            line.matches(of: /(^|[ \/])(caravand?( [a-z]+)( --[a-z-]+( [^ ;]+)?)*)/).map { String($0.2) }
        }
    }

    @Test(arguments: ["caravand.service", "crontab.example"])
    func itsCommandsAndOptionsExist(file: String) throws {
        let commands = try commands(text(file))
        #expect(!commands.isEmpty)
        let helps = commands.map { command in
            command.split(separator: " ").prefix(2).joined(separator: " ") + " --help"
        }
        let endings = try Session(helps).endings
        for (command, help) in zip(commands, endings) {
            #expect(help.status == 0, "\(command)")
            for option in command.matches(of: /--[a-z-]+/) {
                #expect(help.output.joined().contains(String(option.0) + " "), "\(option.0) of \(command)")
            }
        }
    }

    @Test(.enabled(if: systemdAnalyze != nil, "systemd-analyze is not installed"))
    func theServiceIsShutIn() throws {
        let program = try #require(Self.systemdAnalyze)
        let unit = Readme.root.appending(path: "Scripts/caravand.service").path
        let check = "\(program) security --offline=yes --threshold=20 '\(unit)' | tail -n 1; exit_code=${PIPESTATUS[0]}"
        let ending = try #require(try Session(["\(check); (exit $exit_code)"]).endings.first)
        #expect(ending.status == 0, "\(ending.output)")
        #expect(ending.output.last?.contains("exposure level") == true)
    }

    @Test(.enabled(if: systemdAnalyze != nil, "systemd-analyze is not installed"))
    func theServiceIsUnderstood() throws {
        let program = try #require(Self.systemdAnalyze)
        let unit = Readme.root.appending(path: "Scripts/caravand.service").path
        let ending = try #require(try Session(["\(program) verify '\(unit)' || true"]).endings.first)
        // The program itself need not be installed here.
        #expect(ending.output.filter { !$0.contains("is not executable") && !$0.isEmpty } == [])
    }
}
