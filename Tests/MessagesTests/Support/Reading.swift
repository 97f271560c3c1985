import Foundation
import Messages
import Tracking

/// What a test got out of a message.
struct Reading {
    var items: [ReportedItem] = []
    var summary: ReadSummary

    var events: [ReportedEvent] { items.flatMap(\.events) }
    var links: [ReportedLink] { items.flatMap(\.links) }
    var aliases: [ReportedAlias] { items.flatMap(\.aliases) }
    var facts: [ReportedFact] { items.flatMap(\.facts) }
    var problems: [RowProblem] { items.flatMap(\.problems) }
    var rejections: [RowProblem] { problems.filter { $0.severity == .rejection } }

    static let receivedAt = Instant(seconds: 1_795_392_000)  // 2026-11-23

    static func of(_ text: String, _ profile: Profile, asked: [Subject] = [], chunk: Int = 7) throws -> Reading {
        try of(Array(text.utf8), profile, asked: asked, chunk: chunk)
    }

    static func of(_ body: [UInt8], _ profile: Profile, asked: [Subject] = [], chunk: Int = 7) throws -> Reading {
        let reader = try MessageReader(profile: profile, places: .corridor, reportZone: "Asia/Shanghai")
        var items: [ReportedItem] = []
        let summary = try reader.read(body, asked: asked, receivedAt: receivedAt, chunk: chunk) { report in
            items += report.items
        }
        return Reading(items: items, summary: summary)
    }

    /// The kind of failure with which a message is refused; nil if it is read.
    static func failure(_ body: [UInt8], _ profile: Profile) -> ReadFailure.Kind? {
        do {
            _ = try of(body, profile)
            return nil
        } catch let failure as ReadFailure {
            return failure.kind
        } catch {
            return nil
        }
    }
}

/// Read once: it takes longer than most of what it reads.
private let library = Result { try ProfileLibrary() }

/// A built-in profile.
func builtIn(_ name: String) throws -> Profile {
    guard let profile = try library.get().profile(named: name) else { throw Missing(what: "profile \(name)") }
    return profile
}

struct Missing: Error {
    var what: String
}

func subject(_ container: String) -> Subject {
    Subject(.container, Scheme(rawValue: "iso6346"), container)
}

/// Files that tests read.
enum Fixtures {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: package.appending(path: "Tests/Fixtures/\(path)")))
    }

    static func bytes(at url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// Published samples that lie beside the package, where they are there; they are not part of it.
    static func published(_ folder: String) -> [URL] {
        let url = package.deletingLastPathComponent().appending(path: "shared/samples/\(folder)")
        let files = try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.path < $1.path }
    }
}

/// A generator whose every run is the same.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
