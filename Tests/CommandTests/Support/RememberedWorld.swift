import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// A world in which what is believed changes with every message, for better or worse: papers and their later versions,
/// papers taken back, carriers' news, what people say and take back, and what was worked out.
struct RememberedWorld {
    let counter: Counter
    private var random: SeededGenerator
    private var items: RandomWorld
    private var hour = 0
    /// Papers that were imported and are not taken back.
    private var papers: [String] = []
    /// How often each kind of step changed something.
    private(set) var done: [String: Int] = [:]

    static let parcels = (1...5).map { "YT241580000000000\($0)" }
    static let boxes = [Corridor.box, Corridor.otherBox, "TBJU9164783"]
    static let trains = ["X8157@2026-11-20", "X8401@2026-11-21"]
    private static let others = (0..<5).map { "P\($0)" } + ["B0", "B3", "LM1", "LH2", "SO1", "BAG-1", "L0"]

    init(seed: UInt64) throws {
        counter = try Counter()
        random = SeededGenerator(seed: seed)
        items = try RandomWorld(seed: seed, path: nil, parcels: 6)
    }

    /// When the last message came.
    var now: String { Self.clock(hour, "00") }
    /// Half an hour after it.
    var moment: String { Self.clock(hour, "30") }
    static let muchLater = "2027-02-01T00:00Z"

    private static func clock(_ hour: Int, _ minutes: String) -> String {
        "2026-11-\(20 + hour / 24)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):\(minutes)Z"
    }

    /// Everything that is asked, of all that the world may hold: also of what nobody has told yet.
    static let questions: [[String]] =
        [
            ["track"] + parcels + boxes + trains + others, ["list"], ["list", "--kind", "container"],
            ["list", "--in", boxes[0]], ["list", "--kind", "bag", "--open"], ["trains", "--from", "any"],
            ["train", "X8157"], ["train", trains[1]],
        ]

    /// One message more.
    mutating func step() async throws {
        hour += 1
        // There is no database before the first message.
        guard hour > 1 else { return try tell() }
        switch Int.random(in: 0..<14, using: &random) {
        case 0...3: try tell()
        case 4...6: try takePaper()
        case 7: try takePaperBack()
        case 8, 9: try say()
        case 10: try takeEventBack()
        case 11: try workOut()
        default: try await ask()
        }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func note(_ kind: String, _ ending: Counter.Ending) {
        if ending.status == .done { done[kind, default: 0] += 1 }
    }
}

extension RememberedWorld {
    private mutating func tell() throws {
        let items = (0..<Int.random(in: 1...4, using: &random)).map { _ in self.items.item() }
        try counter.tell(items, source: pick(["manifest", "line-a", "ceb"]), at: now)
        done["told", default: 0] += 1
    }

    private mutating func takePaper() throws {
        let train = pick(Self.trains).split(separator: "@").map(String.init)
        var text = "运单号,订单号,袋号,箱号,车次,发车日期,目的国,毛重(KG)\n"
        for parcel in Self.parcels where Int.random(in: 0..<4, using: &random) > 0 {
            text += "\(parcel),SO-\(pick([1, 2])),\(pick(["BAG-1", "BAG-2", ""])),\(pick(Self.boxes)),\(train[0]),"
            text += "\(train[1]),\(pick(["DE", "PL"])),0.\(Int.random(in: 1...9, using: &random))\n"
        }
        let replaces = !papers.isEmpty && Bool.random(using: &random)
        let ending = try counter.run(
            ["import", "--json", try counter.file("list\(hour).csv", text)] + (replaces ? ["--replaces", "last"] : []),
            at: now)
        note(replaces ? "replaced" : "imported", ending)
        if let id = ending.output.firstMatch(of: /"message":\s*(\d+)/)?.1 { papers.append(String(id)) }
    }

    private mutating func takePaperBack() throws {
        guard let paper = papers.popLast() else { return try takePaper() }
        note("undone", try counter.run(["import", "--undo", paper, "--reason", "wrong list"], at: now))
    }

    private mutating func say() throws {
        let ending =
            switch Int.random(in: 0..<4, using: &random) {
            case 0, 1:
                try counter.run(
                    [
                        "record", pick(Self.boxes + Self.parcels), pick(["arrived", "departed", "held", "discharged"]),
                        "--at", "2026-11-2\(Int.random(in: 0...2, using: &random))", "--place",
                        pick(["URH", "ALK", "DST"]), "--source", "agent",
                    ], at: now)
            case 2:
                try counter.run(
                    ["link", pick(Self.parcels), pick(Self.boxes), "--reason", "seen", "--by", "dispatcher"], at: now)
            default:
                try counter.run(
                    ["unlink", pick(Self.parcels), pick(Self.boxes), "--reason", "not there", "--by", "dispatcher"],
                    at: now)
            }
        note("said", ending)
    }

    private mutating func takeEventBack() throws {
        let events = try counter.events(pick(Self.boxes), []).compactMap { ($0["references"] as? [String])?.first }
        guard !events.isEmpty else { return try say() }
        let ending = try counter.run(
            ["retract", pick(events), "--reason", "a mistake", "--by", "dispatcher"], at: now)
        note("retracted", ending)
    }

    private mutating func workOut() throws {
        // What no message names is neither a candidate nor in search of one.
        let parcels = try Self.parcels.filter(isKnown)
        let boxes = try Self.boxes.filter(isKnown)
        guard !parcels.isEmpty, !boxes.isEmpty else { return try tell() }
        let child = Subject(.parcel, Scheme(rawValue: "yunexpress"), pick(parcels))
        let first = Double(Int.random(in: 1...98, using: &random)) / 100
        let shares = zip(boxes.shuffled(using: &random), [first, 0.99 - first])
        let links = shares.map { box, probability in
            InferredLink(
                child: child, parent: Subject(.container, Scheme(rawValue: "iso6346"), box), probability: probability,
                evidence: [LinkEvidence(kind: .sealing, bits: 2.5)])
        }
        let message = try StoreReader(path: counter.database).read { session in
            var id = MessageID(rawValue: 1)
            while try session.archived(MessageID(rawValue: id.rawValue + 1)) != nil { id.rawValue += 1 }
            return id
        }
        try StoreWriter(path: counter.database).infer(
            [InferenceOutcome(child: child, links: links)],
            InferenceBasis(model: "test", message: message, now: try counter.time(now).instant))
        done["inferred", default: 0] += 1
    }

    private func isKnown(_ code: String) throws -> Bool { try counter.run(["track", code], at: now).status == .done }

    /// The same question again and again, each time answered with something else.
    private mutating func ask() async throws {
        let (number, minute) = (Int.random(in: 1...4, using: &random), Int.random(in: 10...50, using: &random))
        let box = pick(Self.boxes)
        let event = Corridor.event(
            number, pick(["LOAD", "DISC", "GTIN"]), at: "2026-11-2\(number)T10:\(minute):00+08:00",
            place: pick(["CNURC", "KZDOS"]), box: box)
        try await counter.answer(Corridor.page(event), about: box, at: now)
        done["asked", default: 0] += 1
    }
}
