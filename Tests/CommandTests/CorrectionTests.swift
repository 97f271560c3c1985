import Foundation
import Terminal
import TestSupport
import Testing
import Tracking

/// Every way in which an interface corrects or takes back what it said: what holds afterwards, that the answer of before
/// is still the answer of then, and that deriving it all again finds the same.
struct CorrectionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// Files in the order in which they come, an hour apart.
        var messages: [(file: String, text: String)]
        var code: String
        /// Milestones and times, or facts and links, after each message.
        var after: [[String]]

        var testDescription: String { name }
    }

    @Test(arguments: try cases())
    func whatACarrierTakesBackIsGoneNowAndThereWithAsOf(story: Case) throws {
        let counter = try Counter()
        for (hour, message) in story.messages.enumerated() {
            let ending = try counter.take(message.text, as: message.file, at: Self.clock(hour))
            #expect(ending.status == .done, "\(ending.output) \(ending.errors)")
            #expect(try said(counter, story.code) == story.after[hour], "after message \(hour + 1)")
        }
        for (hour, expected) in story.after.enumerated() {
            #expect(
                try said(counter, story.code, ["--as-of", Self.clock(hour)]) == expected, "as of message \(hour + 1)")
        }
        let digest = try counter.digest()
        let replay = try counter.object(["replay"])
        #expect(replay["came"] as? Int == 0 && replay["went"] as? Int == 0, "\(replay)")
        #expect(try counter.digest() == digest)
    }

    private static func clock(_ hour: Int) -> String { "2026-12-01T0\(hour):00Z" }

    private func said(_ counter: Counter, _ code: String, _ more: [String] = []) throws -> [String] {
        let answer = try counter.track(code, more, at: "2026-12-02T00:00Z")
        let events = (answer["events"] as? [[String: Any]] ?? []).map { event in
            "\(event["milestone"] as? String ?? "") \(event["at"] as? String ?? "")"
        }
        let links = (answer["links"] as? [[String: Any]] ?? []).compactMap { $0["parent"] as? String }
        return events + (links.contains { $0.contains("RAIL20261120A") } ? ["listed"] : [])
    }
}

extension CorrectionTests {
    private static func cases() throws -> [Case] {
        let bill = try customs("CEB607-2")
        return [
            Case(
                name: "DCSA 2.2: the same eventID with another time",
                messages: [
                    ("a.json", Corridor.page(Corridor.event(1, "LOAD", at: "2026-11-20T10:15:00+08:00"))),
                    ("b.json", Corridor.page(Corridor.event(1, "LOAD", at: "2026-11-20T11:30:00+08:00"))),
                ], code: Corridor.box,
                after: [["loaded 2026-11-20T10:15:00+08:00"], ["loaded 2026-11-20T11:30:00+08:00"]]),
            Case(
                name: "DCSA 2.2: an answer without an event that was there",
                messages: [
                    (
                        "a.json",
                        Corridor.page(
                            Corridor.event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"),
                            Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"))
                    ), ("b.json", Corridor.page(Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"))),
                ], code: Corridor.box,
                after: Array(
                    repeating: ["gated-in 2026-11-19T09:00:00+08:00", "loaded 2026-11-20T10:15:00+08:00"], count: 2)),
            Case(
                name: "DCSA 3.0: isRetracted",
                messages: [("a.json", rail(updated: "2026-11-24T10:00:00Z")), ("b.json", retraction)],
                code: Corridor.box, after: [["loaded 2026-11-24T09:30:00+05:00"], []]),
            Case(
                name: "DCSA 3.0: a retracted event comes again in an older version",
                messages: [("a.json", retraction), ("b.json", rail(updated: "2026-11-24T10:00:00Z"))],
                code: Corridor.box, after: [[], []]),
            Case(
                name: "DCSA 3.0: an earlier eventUpdatedDateTime that comes later",
                messages: [
                    ("a.json", rail(updated: "2026-11-24T10:00:00Z")),
                    ("b.json", rail(updated: "2026-11-24T08:00:00Z", at: "2026-11-24T07:00:00+05:00")),
                ], code: Corridor.box,
                after: Array(repeating: ["loaded 2026-11-24T09:30:00+05:00"], count: 2)),
            Case(
                name: "17TRACK: a list that was rewritten",
                messages: [
                    (
                        "a.json",
                        seventeen(("2026-12-01T08:00:00+01:00", "Arrival"), ("2026-12-01T06:00:00+01:00", "Departure"))
                    ),
                    ("b.json", seventeen(("2026-12-01T08:30:00+01:00", "Arrival"))),
                ], code: "RR123456785CN",
                after: [
                    ["departed 2026-12-01T06:00:00+01:00", "arrived 2026-12-01T08:00:00+01:00"],
                    // Absence is not retraction, and two arrivals within hours are one.
                    ["departed 2026-12-01T06:00:00+01:00", "arrived 2026-12-01T08:30:00+01:00"],
                ]),
            Case(
                name: "DHL: an answer that was silently rewritten",
                messages: [
                    ("a.json", dhl(("2026-12-01T08:00:00", "transit", "Departed Facility"))),
                    ("b.json", dhl(("2026-12-01T09:00:00", "delivered", "DELIVERED"))),
                ], code: "00340434161094015902",
                after: [
                    ["departed 2026-12-01T08:00:00+01:00"],
                    ["departed 2026-12-01T08:00:00+01:00", "delivered 2026-12-01T09:00:00+01:00"],
                ]),
            Case(
                name: "CEB: appType 3 takes back what a bill listed",
                messages: [("a.xml", bill), ("b.xml", try customs("CEB607-delete"))], code: "ZX26110000002",
                after: [["listed"], []]),
        ]
    }

    private static func customs(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let url = folder.appending(path: "Fixtures/ceb/\(name).xml")
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    private static let routing =
        #""eventRouting": {"originatingParty": {"partyCode": "RAILCO", "codeListProvider": "SMDG", "codeListName": "LCL"}}"#

    private static func rail(updated: String, at: String = "2026-11-24T09:30:00+05:00") -> String {
        """
        {"events": [{"eventID": "e-1", \(routing), "eventUpdatedDateTime": "\(updated)", "eventDateTime": "\(at)",
          "eventLocation": {"UNLocationCode": "KZDYK"},
          "eventClassification": {"eventTypeCode": "EQUIPMENT", "eventClassifierCode": "ACT",
                                  "equipmentEventTypeCode": "LOAD"},
          "equipmentDetails": {"equipmentReference": "MRKU9465770", "emptyIndicatorCode": "LADEN"}}]}
        """
    }

    private static let retraction = """
        {"events": [{"eventID": "e-1", \(routing), "eventUpdatedDateTime": "2026-11-25T10:00:00Z", "isRetracted": true,
          "eventDateTime": "2026-11-24T09:30:00+05:00",
          "eventClassification": {"eventTypeCode": "EQUIPMENT", "eventClassifierCode": "ACT"}}]}
        """

    private static func seventeen(_ events: (at: String, stage: String)...) -> String {
        let list = events.map { event in
            """
            {"time_iso": "\(event.at)", "description": "Scanned", "location": "", "stage": "\(event.stage)",
             "sub_status": null}
            """
        }
        return """
            {"code": 0, "data": {"accepted": [{"number": "RR123456785CN", "track_info": {
              "latest_status": {"status": "InTransit"}, "tracking": {"providers": [{"provider": {"key": 3011},
              "events": [\(list.joined(separator: ","))]}]}}}], "rejected": []}}
            """
    }

    private static func dhl(_ events: (at: String, code: String, status: String)...) -> String {
        let list = events.map { event in
            """
            {"timestamp": "\(event.at)", "statusCode": "\(event.code)", "status": "\(event.status)",
             "description": "\(event.status) in DUISBURG",
             "location": {"address": {"countryCode": "DE", "addressLocality": "Duisburg"}}}
            """
        }
        return """
            {"shipments": [{"id": "00340434161094015902", "service": "parcel-de", "origin": {"address": {"countryCode": "CN"}},
              "destination": {"address": {"countryCode": "DE"}}, "events": [\(list.joined(separator: ","))]}]}
            """
    }
}
