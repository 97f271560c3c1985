import Foundation
import Intake
import Messages
import Store
import TestSupport
import Tracking

/// A store of its own with the ways in to it.
struct Bench {
    static let now = Instant(seconds: 1_795_176_000)  // 2026-11-20T12:00:00Z

    let folder: TemporaryFolder
    let path: String
    let writer: StoreWriter
    let files: FileIntake
    let persons: PersonIntake
    let library: ProfileLibrary

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("caravan.db")
        writer = try StoreWriter(path: path)
        library = try ProfileLibrary()
        files = FileIntake(writer: writer, room: ReadingRoom(), library: library)
        persons = PersonIntake(writer: writer, room: ReadingRoom(), library: library)
    }

    struct Missing: Error {}

    @discardableResult
    func take(_ bytes: [UInt8], name: String = "manifest.csv", at now: Instant = Bench.now) throws -> FileResult {
        guard let profile = library.profile(named: "manifest") else { throw Missing() }
        return try files.take(bytes, name: name, profile: profile, receivedAt: now)
    }

    @discardableResult
    func take(_ text: String) throws -> FileResult { try take(Array(text.utf8)) }

    func read<Result>(_ work: (ReadSession) throws -> Result) throws -> Result {
        try StoreReader(path: path).read { try work($0) }
    }

    func status() throws -> DatabaseStatus { try read { try $0.status(now: Self.now) } }

    func digest() throws -> String { try read { try $0.digest() } }

    /// Whom the carriers are asked about.
    func asked(_ carrier: String = "line-a") async throws -> [String] {
        try await writer.claimDue(
            carrier: carrier, now: Self.now.advanced(by: .days(1)), limit: 100, planner: AskInTurn()
        ).map(\.subject.code)
    }
}

/// Manifests of any length.
enum Manifests {
    /// - Parameter broken: rows that cannot be read.
    static func csv(_ rows: Int, broken: Set<Int> = []) -> String {
        var text = "运单号,袋号,箱号,车次,发车日期,目的国,毛重(KG)\n"
        for row in 0..<rows {
            let digits = String(row)
            let parcel = "YT" + String(repeating: "0", count: 16 - digits.count) + digits
            // What a spreadsheet makes of a long number cannot be made good again.
            text +=
                broken.contains(row)
                ? "1.2E+19,BAG0,,,,,\n"
                : "\(parcel),BAG\(row / 40),MRKU9465770,X8157,2026-11-20,DE,0.\(row % 9 + 1)\n"
        }
        return text
    }
}
