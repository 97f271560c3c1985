import Foundation
import TestSupport
import Testing

/// The program as it is installed, started as a shell starts it.
struct BuiltProgramTests {
    private let counter: Counter
    private let program: BuiltProgram

    init() throws {
        counter = try Counter()
        program = try BuiltProgram("caravan")
    }

    private var place: [String] { ["--database", counter.database] }

    @Test func theStatusesReachTheShell() throws {
        let manifest = try counter.file("manifest.csv", Corridor.manifest)
        #expect(try program.run(["import", manifest] + place).status == 0)
        #expect(try program.run(["track", Corridor.parcel] + place).status == 0)
        #expect(try program.run(["track", "NOBODY"] + place).status == 1)
        #expect(try program.run(["trak"]).status == 64)
        #expect(try program.run(["import", try counter.file("letter.txt", "Dear Sir\n")] + place).status == 65)
        #expect(try program.run(["import", counter.folder.path("nope")] + place).status == 66)
        let settings = try counter.file("caravan.yaml", "databse: x\n")
        #expect(try program.run(["status", "--settings", settings]).status == 78)
    }

    @Test func resultsAndErrorsGoTheirOwnWays() throws {
        let good = try program.run(["import", "--json", try counter.file("manifest.csv", Corridor.manifest)] + place)
        #expect(good.output.hasPrefix("[{") && good.errors.isEmpty)
        let bad = try program.run(["import", counter.folder.path("nope")] + place)
        #expect(bad.output.isEmpty && bad.errors.hasPrefix("error: cannot import"))
    }

    @Test(.enabled(if: OtherUser.isAvailable, "only root can become another user, and needs setpriv"))
    func aDatabaseThatThisAccountMayNotReadIsNotAllowed() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        chmod(counter.database, 0o600)
        let copy = try program.copied(into: counter.folder)
        for arguments in [["track", Corridor.parcel], ["status"]] {
            let ending = try copy.run(arguments + place, runner: OtherUser.runner)
            #expect(ending.status == 77, "\(ending.errors)")
            #expect(ending.errors.contains("error: ") && ending.errors.contains("try: "))
        }
    }

    @Test(.enabled(if: OtherUser.isAvailable, "only root can become another user, and needs setpriv"))
    func aFileOrFolderThatThisAccountMayNotUseIsNotAllowed() throws {
        let manifest = try counter.file("manifest.csv", Corridor.manifest)
        let copy = try program.copied(into: counter.folder)
        let written = try copy.run(["import", manifest] + place, runner: OtherUser.runner)
        #expect(written.status == 77, "\(written.errors)")
        chmod(manifest, 0o600)
        let read = try copy.run(
            ["import", manifest, "--database", "/tmp/\(UUID().uuidString).db"], runner: OtherUser.runner)
        #expect(read.status == 77, "\(read.errors)")
    }
}
