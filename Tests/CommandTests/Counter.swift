import Commands
import Foundation
import Intake
import Messages
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// `caravan` as a person at a counter uses it, with a clock that is handed in and a console that is read back.
struct Counter {
    struct Ending {
        var status: Terminal.ExitStatus
        var output: String
        var errors: String

        /// The first line of what went wrong, and the next step.
        var error: String { errors.split(separator: "\n").first { $0.hasPrefix("error: ") }.map(String.init) ?? "" }
        var remedy: String { errors.split(separator: "\n").first { $0.hasPrefix("try: ") }.map(String.init) ?? "" }
    }

    let folder: TemporaryFolder
    var database: String
    var environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        database = folder.path("caravan.db")
        environment = ["HOME": folder.path("home"), "USER": "dispatcher"]
    }

    /// - Parameters:
    ///   - now: when it is, as `2026-11-21T08:00Z`.
    ///   - isScreen: a person's screen gets indented JSON and colours.
    func run(_ arguments: [String], at now: String = "2026-11-21T08:00Z", isScreen: Bool = false) throws -> Ending {
        let (output, errors) = (RecordedOutput(), RecordedOutput())
        let date = try date(now)
        let console = Console(output: output.sink, errors: errors.sink, isTerminal: isScreen)
        let context = ProgramContext(console: console, environment: environment, now: { date })
        let place = arguments.contains("--database") ? [] : ["--database", database]
        let status = Program.run(CaravanCommand.self, arguments: arguments + place, in: context)
        return Ending(status: status, output: output.text, errors: errors.text)
    }

    /// Writes a file beside the database.
    func file(_ name: String, _ text: String) throws -> String {
        let path = folder.path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Imports a text.
    @discardableResult
    func take(_ text: String, as name: String, at now: String = "2026-11-21T08:00Z") throws -> Ending {
        try run(["import", "--json", try file(name, text)], at: now)
    }

    /// What a carrier answered to a question, on its way through reader and store.
    @discardableResult
    func answer(_ text: String, about code: String = Corridor.box, at now: String) async throws -> Receipt {
        let profile = try #require(try ProfileLibrary().profile(named: "dcsa"))
        let writer = try StoreWriter(path: database)
        let subject = Subject(.container, Scheme(rawValue: "iso6346"), code)
        let instant = Instant(milliseconds: Int64(try date(now).timeIntervalSince1970 * 1000))
        let part = try await AnswerReader(profile: profile, source: "line-a", room: ReadingRoom())
            .read(Array(text.utf8), asked: [subject], receivedAt: instant)
        let update = PollUpdate(carrier: "line-a", subject: subject, outcome: .answered, at: instant)
        return try await writer.accept([Delivery(parts: [part], polls: [update])]).first ?? Receipt()
    }

    /// The one object of `track --json`.
    func track(_ code: String, _ more: [String] = [], at now: String = "2026-11-21T08:00Z") throws -> [String: Any] {
        let ending = try run(["track", code, "--json"] + more, at: now)
        let document = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]]
        return try #require(document?.first)
    }

    func status(_ code: String, _ more: [String] = []) throws -> [String: Any]? {
        try track(code, more)["status"] as? [String: Any]
    }

    func events(_ code: String, _ more: [String] = []) throws -> [[String: Any]] {
        try #require(try track(code, more)["events"] as? [[String: Any]])
    }

    func object(_ arguments: [String]) throws -> [String: Any] {
        let ending = try run(arguments + ["--json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    }

    private func date(_ text: String) throws -> Date {
        let time = try TimeReader().read(text, zone: nil, place: nil, assumed: nil, reference: nil)
        return Date(timeIntervalSince1970: Double(time.instant.milliseconds) / 1000)
    }
}

/// A train from Urumqi, its papers and its news.
enum Corridor {
    static let box = "MRKU9465770"
    static let otherBox = "MSCU6639870"
    static let parcel = "YT2415800000000001"

    static let manifest = """
        运单号,订单号,袋号,箱号,车次,发车日期,目的国,毛重(KG),尾程单号,尾程服务商
        YT2415800000000001,SO-1,BAG-1,MRKU9465770,X8157,2026-11-20,DE,0.42,00340434161094000001,DHL
        YT2415800000000002,SO-2,BAG-1,MRKU9465770,X8157,2026-11-20,DE,1.10,,
        YT2415800000000003,SO-3,BAG-2,MSCU6639870,X8157,2026-11-20,FR,0.30,,

        """

    /// An event of DCSA 2.2.
    static func event(
        _ number: Int, _ type: String, at: String, place: String = "CNURC", box: String = Corridor.box,
        load: String? = "LADEN", remark: String? = nil, transport: Bool = false, classifier: String = "ACT"
    ) -> String {
        let digits = String(number)
        let id = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        var members = [
            "\"eventID\": \"\(id)\"", "\"eventCreatedDateTime\": \"2026-11-20T03:00:00Z\"",
            "\"eventType\": \"\(transport ? "TRANSPORT" : "EQUIPMENT")\"", "\"eventClassifierCode\": \"\(classifier)\"",
            "\"eventDateTime\": \"\(at)\"", "\"\(transport ? "transport" : "equipment")EventTypeCode\": \"\(type)\"",
            "\"eventLocation\": {\"UNLocationCode\": \"\(place)\"}",
        ]
        if transport {
            members.append("\"references\": [{\"referenceType\": \"EQ\", \"referenceValue\": \"\(box)\"}]")
        } else {
            members.append("\"equipmentReference\": \"\(box)\"")
        }
        if let load { members.append("\"emptyIndicatorCode\": \"\(load)\"") }
        if let remark { members.append("\"changeRemark\": \"\(remark)\"") }
        return "{" + members.joined(separator: ", ") + "}"
    }

    static func page(_ events: String...) -> String { "[" + events.joined(separator: ",") + "]" }

    static let news = page(
        event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"), event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"),
        event(3, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true))
}

extension Counter {
    /// The fingerprint of what is believed.
    func digest() throws -> String { try StoreReader(path: database).read { try $0.digest() } }
}
