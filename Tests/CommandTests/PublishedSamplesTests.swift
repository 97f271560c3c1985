import Foundation
import Terminal
import Testing

/// Every published sample is either taken in and accounted for, or refused with what it is.
struct PublishedSamplesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/samples")

    /// Samples that are no messages: what describes messages, lists of test data, notes, and an answer about a question
    /// that failed. All else must be read.
    private static let noMessages: Set<String> = [
        "SOURCES.md", "s10/test-numbers.json", "sf-express/signature-test-vector.json",
        "dcsa/tnt-220-error-assembled-from-spec-examples.json",
    ]

    private static func isSchema(_ file: String) -> Bool {
        file.hasSuffix(".xsd") || file.hasPrefix("epcis/schemas/")
    }

    /// Paths below the folder; none where it is not beside the package.
    private static let files: [String] = {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return found.filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.path + "/" + file, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }()

    private struct Outcome: Decodable {
        struct Problem: Decodable { var kind, severity, reason: String }
        var profile: String?
        var items, mapped, duplicate, unmapped, rejected: Int
        var problems: [Problem]?
        var error, reason: String?
    }

    private func take(_ file: String, _ counter: Counter) throws -> (outcome: Outcome, ending: Counter.Ending) {
        let ending = try counter.run(["import", "--json", Self.folder.path + "/" + file])
        let outcomes = try JSONDecoder().decode([Outcome].self, from: Data(ending.output.utf8))
        return (try #require(outcomes.first), ending)
    }

    @Test func theSamplesAreThereOrSkipped() {
        if Self.files.isEmpty { print("skipped: the published samples are not beside the package") }
        for file in Self.noMessages where !Self.files.isEmpty { #expect(Self.files.contains(file)) }
    }

    @Test(arguments: files.filter { !noMessages.contains($0) && !isSchema($0) })
    func everyMessageIsAccountedFor(file: String) throws {
        let counter = try Counter()
        let (outcome, ending) = try take(file, counter)
        try #require(outcome.profile != nil, "\(outcome.error ?? ""): \(outcome.reason ?? "")")
        #expect(outcome.items > 0)
        #expect(outcome.items == outcome.mapped + outcome.duplicate + outcome.unmapped + outcome.rejected)
        let rejections = (outcome.problems ?? []).filter { $0.severity == "rejection" }
        #expect(outcome.rejected == 0 || !rejections.isEmpty)
        for rejection in rejections { #expect(rejection.reason.count > 20 && !rejection.kind.isEmpty) }
        // Never done in silence: whoever looks at the status knows of what was not taken.
        #expect((ending.status == .done) == rejections.isEmpty)
        // A second time nothing is new.
        let again = try take(file, counter).outcome
        #expect(again.items == outcome.items && again.rejected == outcome.rejected && again.mapped == 0)
    }

    @Test(arguments: files.filter { noMessages.contains($0) || isSchema($0) })
    func whatIsNoMessageIsRefusedForWhatItIs(file: String) throws {
        let counter = try Counter()
        let (outcome, ending) = try take(file, counter)
        #expect(outcome.profile == nil && outcome.items == 0)
        #expect(ending.status == .unusableData && ending.remedy.count > 20)
        let reason = try #require(outcome.reason)
        if Self.isSchema(file) {
            #expect(outcome.error == "no-message" && reason.contains("schema"), "\(reason)")
        } else {
            #expect(["no-message", "unrecognised"].contains(outcome.error ?? "") && reason.count > 40, "\(reason)")
        }
        #expect(!FileManager.default.fileExists(atPath: counter.database))
    }
}
