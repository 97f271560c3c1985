import Foundation
import TestSupport
import Testing

/// What a newcomer meets when something is missing, with stand-ins for the system's own tools.
@Suite struct PrepareTests {
    private static let here = "#!/bin/sh\necho installed\n"
    private static let missing = "#!/bin/sh\nexit 1\n"
    private static let swift = "#!/bin/sh\necho 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'\n"
    private static let person = "#!/bin/sh\necho 1000\n"
    private static let root = "#!/bin/sh\necho 0\n"

    private struct Ending: Equatable {
        var status: Int32
        var text: String
        var calls: String
    }

    /// Runs the script where the named tools are the given ones and what they are called with is written down.
    private func prepare(_ tools: [String: String]) throws -> Ending {
        let folder = try TemporaryFolder()
        for (name, text) in tools {
            try Data(text.replacing("CALLS", with: folder.path("calls")).utf8).write(
                to: folder.url.appending(path: name))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path(name))
        }
        let process = Process()
        process.executableURL = Readme.root.appending(path: "Scripts/prepare")
        process.environment = ["PATH": "\(folder.url.path):/usr/bin:/bin", "HOME": folder.url.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let calls = FileManager.default.contents(atPath: folder.path("calls")) ?? Data()
        return Ending(
            status: process.terminationStatus, text: String(decoding: text, as: UTF8.self),
            calls: String(decoding: calls, as: UTF8.self))
    }

    @Test func whereNothingIsMissingNothingIsSaid() throws {
        let ending = try prepare(["dpkg-query": Self.here, "swift": Self.swift, "apt-get": "#!/bin/sh\ntouch CALLS\n"])
        #expect(ending == Ending(status: 0, text: "", calls: ""))
    }

    @Test func whoMayNotInstallIsToldTheExactLine() throws {
        let ending = try prepare([
            "dpkg-query": Self.missing, "swift": Self.swift, "id": Self.person, "sudo": Self.missing,
        ])
        #expect(
            ending.text == """
                error: these system libraries are missing: libsqlite3-dev libcurl4-openssl-dev zlib1g-dev
                try: sudo apt-get update && sudo apt-get install -y libsqlite3-dev libcurl4-openssl-dev zlib1g-dev

                """)
        #expect(ending.status == 69)
    }

    @Test func rootInstallsWhatIsMissing() throws {
        let ending = try prepare([
            "dpkg-query": "#!/bin/sh\nfor last; do :; done; [ \"$last\" = zlib1g-dev ] || echo installed\n",
            "swift": Self.swift, "id": Self.root,
            "apt-get": "#!/bin/sh\necho \"$DEBIAN_FRONTEND $*\" >> CALLS\n",
        ])
        #expect(ending.status == 0)
        #expect(
            ending.calls
                == "noninteractive -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends zlib1g-dev\n")
    }

    @Test func listsAreFetchedOnlyWhenThePackageIsNotFoundInThem() throws {
        let ending = try prepare([
            "dpkg-query": Self.missing, "swift": Self.swift, "id": Self.root,
            "apt-get": """
            #!/bin/sh
            for word; do case $word in update | install) echo "$word" >> CALLS; break ;; esac; done
            [ "$(wc -l < CALLS)" -gt 1 ]

            """,
        ])
        #expect(ending.status == 0)
        #expect(ending.calls == "install\nupdate\ninstall\n")
    }

    @Test func anInstallationThatFailsShowsWhyAndTheLineToType() throws {
        let ending = try prepare([
            "dpkg-query": Self.missing, "swift": Self.swift, "id": Self.root,
            "apt-get": "#!/bin/sh\necho 'E: no network'\nexit 100\n",
        ])
        #expect(ending.status == 69)
        #expect(ending.text.contains("E: no network\nerror: apt-get could not install"))
        #expect(ending.text.hasSuffix("install -y libsqlite3-dev libcurl4-openssl-dev zlib1g-dev\n"))
    }

    @Test func aSwiftThatIsTooOldIsTold() throws {
        let old = Self.swift.replacing("6.3.1", with: "5.10.1")
        let ending = try prepare(["dpkg-query": Self.here, "swift": old])
        #expect(ending.status == 69)
        #expect(
            ending.text.hasPrefix("error: this is Swift 5.10; 6.1 or later is needed\ntry: install it from https://"))
    }
}
