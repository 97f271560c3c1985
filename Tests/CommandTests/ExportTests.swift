import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// `caravan export`: what others can read, and what comes back when it is read here again.
struct ExportTests {
    private let counter: Counter
    private static let codes = [Corridor.parcel, "YT2415800000000003"]

    init() throws { counter = try Counter() }

    private func fill() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-20T23:00Z")
        try counter.take(
            Corridor.page(
                Corridor.event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"),
                Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00.250+08:00"),
                Corridor.event(3, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true),
                Corridor.event(
                    4, "ARRI", at: "2026-11-22T22:00:00+08:00", place: "CNAKL", transport: true, classifier: "EST"),
                Corridor.event(5, "XYZZ", at: "2026-11-20T15:00:00+08:00", place: "XXYYY"),
                Corridor.event(6, "STUF", at: "2026-11-18T03:00:00Z", load: nil)),
            as: "events.json", at: "2026-11-21T01:00Z")
        for words in [
            ["record", Corridor.parcel, "packed", "--at", "2026-11-18", "--place", "URH", "--source", "hub"],
            ["record", "YT2415800000000003", "held", "--at", "2026-11-18T10:00"],
            [
                "link", Corridor.parcel, Corridor.box, "--from", "2026-11-18T12:00", "--until", "2026-12-02",
                "--reason", "seen",
            ],
        ] {
            #expect(try counter.run(words, at: "2026-11-21T02:00Z").status == .done, "\(words)")
        }
        #expect(try counter.run(["import", chain()], at: "2026-12-03T08:00Z").status == .done)
    }

    private func chain() -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/epcis/chain.jsonld").path
    }

    private func export(_ codes: [String], _ more: [String] = []) throws -> Counter.Ending {
        try counter.run(["export", "--format", "epcis"] + codes + more, at: "2026-12-03T09:00Z", isScreen: true)
    }

    /// What is known of a number, without who told it and by which message.
    private func facts(_ counter: Counter, _ code: String) throws -> (events: Set<String>, links: Set<String>) {
        try StoreReader(path: counter.database).read { session in
            let found = try session.subjects(code: code)
            var (events, links): (Set<String>, Set<String>) = ([], [])
            for stored in found {
                let dossier = try session.dossier(of: stored)
                for event in dossier.events where event.classifier == .actual {
                    events.insert(
                        [
                            "\(event.subject.kind) \(event.subject)", event.milestone.rawValue, event.rawCode,
                            event.time.iso8601, event.time.precision.rawValue, event.time.basis.rawValue,
                            event.place?.text ?? "", event.country ?? "", event.load?.rawValue ?? "",
                        ].joined(separator: "|"))
                }
                for link in dossier.links {
                    links.insert(
                        [
                            "\(link.child.kind) \(link.child)", "\(link.parent.kind) \(link.parent)",
                            link.basis == .byHand ? "declared" : link.basis?.rawValue ?? "paper",
                            link.from?.iso8601 ?? "", link.until?.iso8601 ?? "",
                        ].joined(separator: "|"))
                }
            }
            return (events, links)
        }
    }

    @Test func whatWasWrittenReadsBackToTheSameFacts() throws {
        try fill()
        let codes = Self.codes + ["urn:epc:id:sgtin:6901234.012345.A%2F1"]
        let document = try export(codes)
        #expect(document.status == .done)
        let other = try Counter()
        let ending = try other.take(document.output, as: "export.jsonld", at: "2026-12-04T08:00Z")
        #expect(ending.status == .done)
        #expect(
            ending.output.contains(#""rejected":0"#) || ending.output.contains(#""rejected": 0"#), "\(ending.output)")
        for code in Self.codes + ["https://id.gs1.org/01/06901234123456/21/A%2F1"] {
            let (before, after) = (try facts(counter, code), try facts(other, code))
            // A parcel that went another way: only what it inherits is written of its carriers.
            #expect(after.events.isSubset(of: before.events), "\(after.events.subtracting(before.events))")
            #expect(after.links == before.links, "\(after.links.symmetricDifference(before.links))")
            #expect(!after.events.isEmpty)
        }
        let again = try other.run(["track", Corridor.parcel, "--json"], at: "2026-12-04T09:00Z")
        let first = try counter.run(["track", Corridor.parcel, "--json"], at: "2026-12-04T09:00Z")
        #expect(try status(again.output) == status(first.output))
    }

    private func status(_ text: String) throws -> [String] {
        let answers = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        let status = try #require(answers.first?["status"] as? [String: Any])
        return ["milestone", "at", "precision", "subject", "inherited"].map { "\(status[$0] ?? "")" }
    }

    @Test func aSecondReadingOfTheSameDocumentAddsNothing() throws {
        try fill()
        let document = try export(Self.codes).output
        let other = try Counter()
        try other.take(document, as: "a.jsonld")
        let digest = try other.digest()
        try other.take(document.replacing("2026-12-03T09:00:00Z", with: "2026-12-03T10:00:00Z"), as: "b.jsonld")
        #expect(try other.digest() == digest)
    }

    @Test func theDocumentIsTheOneThatOthersRead() throws {
        try fill()
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/epcis/export.jsonld")
        let output = try export([Corridor.parcel]).output
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try output.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == output)
    }

    @Test func plansAndExpectationsAreLeftOutAndCounted() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try counter.take(Corridor.news, as: "news.json", at: "2026-11-19T02:00Z")
        let ending = try counter.run(["export", Corridor.parcel], at: "2026-11-19T03:00Z")
        #expect(!ending.output.contains("estimated") && !ending.output.contains("planned"))
        #expect(ending.errors.contains("remark: not written: "))
    }

    @Test func aNumberThatNobodyNamedIsSaidAndTheOthersAreWritten() throws {
        try fill()
        let ending = try export([Corridor.parcel, "YT9999999999999999"])
        #expect(ending.status == .attention)
        #expect(ending.error == "error: unknown number YT9999999999999999: it is in no message")
        #expect(ending.output.contains(Corridor.parcel))
        let none = try export(["YT9999999999999999"])
        #expect(none.status == .attention)
        #expect(none.output.isEmpty)
    }

    @Test func aNumberWithNothingToWriteSaysSo() throws {
        let table = "运单号,订单号,目的国\nYT2415800000000009,SO-9,DE\n"
        try counter.take(table, as: "orders.csv")
        let ending = try export(["YT2415800000000009"])
        #expect(ending.status == .unusableData)
        #expect(ending.error.hasPrefix("error: nothing to write YT2415800000000009: "))
        #expect(ending.output.isEmpty)
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() throws {
        try fill()
        let path = counter.folder.path("out.jsonld")
        let ending = try export([Corridor.parcel], ["--output", path])
        #expect(ending.status == .done)
        #expect(ending.output.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == export([Corridor.parcel]).output)
        let refused = try export([Corridor.parcel], ["--output", counter.folder.path("none/out.jsonld")])
        #expect(refused.status == .notAllowed)
    }

    @Test func numbersStandUnderAnAddressOfOnesOwn() throws {
        try fill()
        let ending = try export([Corridor.parcel], ["--id-base", "https://id.example.com"])
        #expect(ending.output.contains("https://id.example.com/caravan/obj/parcel/yunexpress/\(Corridor.parcel)"))
        #expect(!ending.output.contains("urn:caravan"))
        let other = try Counter()
        try other.take(ending.output, as: "export.jsonld")
        let bare = try Counter()
        try bare.take(export([Corridor.parcel]).output, as: "export.jsonld")
        #expect(try facts(other, Corridor.parcel) == facts(bare, Corridor.parcel))
        for address in ["id.example.com", "http://id.example.com", "https://id.example.com?x"] {
            #expect(try export([Corridor.parcel], ["--id-base", address]).status == .usage)
        }
    }

    // MARK: - The published schemas

    private func schema() throws -> JSONSchema? {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/samples/epcis/schemas")
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        guard let files, !files.isEmpty else {
            print("skipped: the published schemas are not beside the package")
            return nil
        }
        return try JSONSchema(files: files, root: folder.appending(path: "EPCIS-JSON-Schema.json"))
    }

    @Test func theDocumentKeepsThePublishedSchemas() throws {
        guard let schema = try schema() else { return }
        try fill()
        let codes = Self.codes + ["urn:epc:id:sgtin:6901234.012345.A%2F1", Corridor.box]
        for more in [[], ["--id-base", "https://id.example.com"]] {
            #expect(try schema.mistakes(in: Data(export(codes, more).output.utf8)) == [])
        }
        #expect(try schema.mistakes(in: Data(contentsOf: URL(fileURLWithPath: chain()))) == [])
    }

    @Test(arguments: [
        (#""schemaVersion""#, #""version""#), (#""OBSERVE""#, #""SEEN""#), (#""+08:00""#, #""+15:00""#),
        (#""departing""#, #""leaving""#), (#""caravan:code""#, #""code""#), (#""urn:caravan:obj:parcel"#, #""parcel "#),
        (#""eventTime""#, #""time""#), ("2026-11-20T14:56:00+08:00", "2026-11-20 14:56"),
        (#""bol""#, #""bill""#),
    ])
    func aBrokenDocumentIsSeen(right: String, wrong: String) throws {
        guard let schema = try schema() else { return }
        try fill()
        let text = try export([Corridor.parcel, "urn:epc:id:sgtin:6901234.012345.A%2F1"]).output
        #expect(text.contains(right))
        #expect(try !schema.mistakes(in: Data(text.replacing(right, with: wrong).utf8)).isEmpty)
    }
}
