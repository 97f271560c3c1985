import Foundation
import Messages
import TestSupport
import Testing
import Tracking

/// What lies in the archive reads as what came, so that everything can be derived again from it.
struct ArchivedBodyTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let received = Instant(seconds: 1_795_176_000)

    private static func files(under path: String) -> [URL] {
        let url = package.appending(path: path).standardizedFileURL
        let all = FileManager.default.enumerator(at: url, includingPropertiesForKeys: [.isRegularFileKey])
        let files = (all?.compactMap { $0 as? URL } ?? []).filter { file in
            (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
        }
        return files.sorted { $0.path < $1.path }
    }

    @Test func ourOwnFilesReadTheSameFromTheArchive() throws {
        let files = Self.files(under: "Tests/Fixtures")
        #expect(try compare(files) >= 40)
    }

    @Test func publishedFilesReadTheSameFromTheArchive() throws {
        let files = Self.files(under: "../shared/samples")
        guard !files.isEmpty else {
            print("skipped: no published samples beside the package")
            return
        }
        #expect(try compare(files) >= 20)
    }

    /// Of a workbook the rows are kept as text.
    @Test func aWorkbookReadsTheSameFromTheArchive() throws {
        let workbook = SampleWorkbook([
            ["柜号: MRKU9465770", "车次:X8157 发车日期:2026-11-20"], [], ["运单号", "大包号", "毛重(KG)", "备注"],
            ["YT2415800000000001", "B1", .number("0.42"), "a, \"quoted\" word"],
            [.number("1.2E+19"), "B1", .number("1")],
            ["合计", "", .number("2")],
        ])
        let library = try ProfileLibrary()
        let profile = try #require(library.recognise(body: workbook.bytes, fileName: "manifest.xlsx"))
        try check(workbook.bytes, profile, "manifest.xlsx")
        let positions = SampleWorkbook([["箱号", "发车日期", "到马拉"], ["MRKU9465770", "2026-11-05", "11/20"]])
        let other = try #require(library.recognise(body: positions.bytes, fileName: "positions.xlsx"))
        try check(positions.bytes, other, "positions.xlsx")
    }

    /// Returns how many files some profile knows.
    private func compare(_ files: [URL]) throws -> Int {
        let library = try ProfileLibrary()
        var count = 0
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            guard let profile = library.recognise(body: bytes, fileName: file.lastPathComponent) else { continue }
            do {
                try check(bytes, profile, file.lastPathComponent)
                count += 1
            } catch is ReadFailure {
                // What cannot be read at all is not archived.
                continue
            }
        }
        return count
    }

    private func check(_ bytes: [UInt8], _ profile: Profile, _ name: String) throws {
        let (came, archive) = try read(bytes, profile)
        let (kept, again) = try read(archive, profile)
        #expect(came.count == kept.count, "\(name)")
        for (one, other) in zip(came, kept) { #expect(one == other, "\(name)") }
        #expect(archive == again, "\(name): the archive of the archive is the archive")
    }

    /// What each item says; where it stands may differ, for a table is kept without what stands above it.
    private func read(_ bytes: [UInt8], _ profile: Profile) throws -> (says: [String], archive: [UInt8]) {
        let reader = try MessageReader(profile: profile, places: .corridor, reportZone: "Asia/Shanghai")
        var says: [String] = []
        let summary = try reader.read(bytes, receivedAt: Self.received) { report in
            says += report.items.map { item in
                "\(item.events) \(item.links) \(item.aliases) \(item.facts) \(item.problems.map(\.kind))"
            }
        }
        return (says, summary.archive)
    }
}
