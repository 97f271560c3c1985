import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// A chain of aggregations and associations that comes event by event, late, twice, and with one event taken back.
struct EPCISChainTests {
    private static let item = "urn:epc:id:sgtin:6901234.012345.A%2F1"
    private static let wrongWagon = "https://id.gs1.org/8004/69012345281234"
    private static let rightWagon = "https://id.gs1.org/8004/69012345289999"

    /// One document for each event of the chain, an error declaration of the third, and the event that corrects it.
    private func documents() throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/epcis/chain.jsonld")
        let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let body = document?["epcisBody"] as? [String: Any]
        var events = try #require(body?["eventList"] as? [[String: Any]])
        var declared = events[2]
        declared["errorDeclaration"] = [
            "declarationTime": "2026-11-20T09:00:00Z", "reason": "incorrect_data",
            "correctiveEventIDs": ["urn:uuid:00000000-0000-4000-8000-000000000009"],
        ]
        var corrected = events[2]
        corrected["eventID"] = "urn:uuid:00000000-0000-4000-8000-000000000009"
        corrected["parentID"] = Self.rightWagon
        events += [declared, corrected]
        return try events.map { event in
            let text = try JSONSerialization.data(
                withJSONObject: ["type": "EPCISDocument", "epcisBody": ["eventList": [event]]], options: .sortedKeys)
            return String(decoding: text, as: UTF8.self)
        }
    }

    private func vehicles(_ counter: Counter) throws -> Set<String> {
        let answer = try counter.track(Corridor.box, at: "2026-12-05T08:00Z")
        let links = try #require(answer["links"] as? [[String: Any]])
        return Set(links.filter { $0["kind"] as? String == "vehicle" }.compactMap { $0["parent"] as? String })
    }

    @Test func inAnyOrderWithRepetitionsItIsOneStory() throws {
        let documents = try documents()
        var generator = SeededGenerator(seed: 11)
        var digests: Set<String> = []
        var statuses: Set<String> = []
        for _ in 0..<10 {
            let counter = try Counter()
            let order = (documents + documents.prefix(4)).shuffled(using: &generator)
            for (index, document) in order.enumerated() {
                try counter.take(document, as: "\(index).json", at: "2026-12-03T08:\(10 + index)Z")
            }
            digests.insert(try counter.digest())
            let status = try #require(try counter.track(Self.item, at: "2026-12-05T08:00Z")["status"] as? [String: Any])
            statuses.insert("\(status["milestone"] ?? "") \(status["at"] ?? "")")
            #expect(try vehicles(counter).contains("epc:" + Self.rightWagon))
        }
        #expect(digests.count == 1)
        #expect(statuses == ["stripped 2026-12-02T09:00:00+01:00"])
    }

    @Test func undoingTheErrorDeclarationBringsTheLinkBack() throws {
        let documents = try documents()
        let counter = try Counter()
        try counter.take(documents[2], as: "told.json", at: "2026-12-03T08:00Z")
        #expect(try vehicles(counter) == ["epc:" + Self.wrongWagon])
        try counter.take(documents[8], as: "declared.json", at: "2026-12-03T09:00Z")
        #expect(try counter.run(["track", Corridor.box]).output.contains(Self.wrongWagon) == false)
        let ending = try counter.run(["import", "--undo", "2", "--reason", "not ours"], at: "2026-12-03T10:00Z")
        #expect(ending.status == .done, "\(ending.errors)")
        #expect(try vehicles(counter) == ["epc:" + Self.wrongWagon])
    }
}
