import Crypto
import Foundation
import Store
import TestSupport
import Tracking

/// Messages as carriers, customs and forwarders might send them, in any order and with anything missing: to hold what
/// a list says against what `track` says.
struct RandomWorld {
    private var random: SeededGenerator
    private let writer: StoreWriter?
    private var told = 0
    private let parcels: [Subject]
    private let bags: [Subject]
    private let boxes: [Subject]
    private let trains: [Subject]
    private let papers: [Subject]

    /// 2026-11-20T00:00Z.
    static let start = Instant(seconds: 1_795_132_800)

    /// - Parameter path: of the database that it tells; nil where only its items are asked for.
    init(seed: UInt64, path: String?, parcels: Int = 24) throws {
        random = SeededGenerator(seed: seed)
        writer = try path.map { try StoreWriter(path: $0) }
        self.parcels = (0..<parcels).map { Subject(.parcel, .number, "P\($0)") }
        bags = (0..<6).map { Subject(.bag, .number, "B\($0)") }
        boxes = ["MRKU9465770", "MSCU6639870", "TBJU9164783"].map {
            Subject(.container, Scheme(rawValue: "iso6346"), $0)
        }
        trains = ["X8157@2026-11-20", "X8401@2026-11-21"].map { Subject(.train, .train, $0) }
        papers = (0..<parcels).map { Subject(.declaration, .number, "L\($0)", issuer: "broker") }
    }

    /// One manifest that names every parcel, its bag, its paper and its local number, and two bags loaded at once: they
    /// all travel alike until somebody says more.
    mutating func tellManifest() throws {
        var items = parcels.indices.map { number in
            ReportedItem(
                position: "line \(number)",
                links: [
                    ReportedLink(child: parcels[number], parent: bags[number % 2]),
                    ReportedLink(child: parcels[number], parent: papers[number]),
                ], aliases: [alias(.lastMile, parcels[number], "LM\(number)")],
                facts: [ReportedFact(subject: parcels[number], name: "country", value: ["DE", "PL"][number / 2 % 2])])
        }
        for bag in bags.prefix(2) {
            items.append(
                ReportedItem(
                    position: "bag", events: [event(.loaded, of: bag, after: 1, at: "URH")],
                    links: [ReportedLink(child: bag, parent: boxes[0])]))
        }
        items.append(ReportedItem(position: "train", links: [ReportedLink(child: boxes[0], parent: trains[0])]))
        try send(items)
    }

    /// The box comes as far as Poland, and a local carrier has every parcel: that is news of those bound for Poland.
    mutating func tellLastMile() throws {
        let box = [
            event(.departed, of: boxes[0], after: 7, at: "URH"),
            event(.discharged, of: boxes[0], after: 300, at: "WAW"),
        ]
        let local = parcels.indices.map { number in
            event(.outForDelivery, of: Subject(.parcel, .number, "LM\(number)"), after: 320, at: "WAW")
        }
        try send([ReportedItem(position: "all", events: box + local)])
    }

    private func event(_ milestone: Milestone, of subject: Subject, after hours: Int, at place: String) -> ReportedEvent
    {
        ReportedEvent(
            subject: subject, milestone: milestone, rawCode: "E",
            time: EventTime(Self.start.advanced(by: .hours(hours)), offsetMinutes: 480),
            place: PlaceReference(text: place))
    }

    /// Sends so many messages, an hour apart.
    mutating func tell(_ messages: Int) throws {
        for _ in 0..<messages { try send((0..<Int.random(in: 1...4, using: &random)).map { _ in item() }) }
    }

    private mutating func send(_ items: [ReportedItem]) throws {
        told += 1
        let body = Array("message \(told)".utf8)
        let message = Message(
            channel: .file, source: pick(["manifest", "line-a", "ceb"]), profile: "test", asked: [],
            receivedAt: Self.start.advanced(by: .hours(told)), sha256: Array(SHA256.hash(data: body)), body: body)
        _ = try writer?.acceptAndWait([Delivery(parts: [.init(message: message, report: Report(items: items))])])
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    /// What one line of a message might say.
    mutating func item() -> ReportedItem {
        var item = ReportedItem(position: "line 1")
        let number = Int.random(in: parcels.indices, using: &random)
        let parcel = parcels[number]
        switch Int.random(in: 0..<12, using: &random) {
        case 0...3: item.links = [ReportedLink(child: parcel, parent: bags[number % bags.count])]
        case 4: item.links = [ReportedLink(child: parcel, parent: pick(bags + boxes))]
        case 5: item.links = [ReportedLink(child: pick(bags), parent: pick(boxes))]
        case 6: item.links = [ReportedLink(child: pick(boxes), parent: pick(trains))]
        case 7: item.events = [event(of: pick(boxes + trains + bags))]
        case 8: item.events = [paperEvent(of: papers[number])]
        case 9: item.events = [event(of: parcel)]
        case 10: item.aliases = [alias(of: parcel, number)]
        default:
            item.facts = [
                ReportedFact(subject: parcel, name: "country", value: pick(["DE", "FR", "PL"])),
                ReportedFact(subject: parcel, name: "unload", value: pick(["DUI", "MLA"])),
                ReportedFact(subject: parcel, name: "consignor_ref", value: pick(["ACME", "BOLT"])),
            ]
        }
        return item
    }

    private func alias(_ role: AliasRole, _ parcel: Subject, _ code: String) -> ReportedAlias {
        ReportedAlias(subject: parcel, alias: Subject(.parcel, .number, code), role: role)
    }

    private mutating func alias(of parcel: Subject, _ number: Int) -> ReportedAlias {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: alias(.order, parcel, "SO\(number / 2)")
        case 1: alias(.lastMile, parcel, "LM\(number)")
        default: alias(.lineHaul, parcel, "LH\(number)")
        }
    }

    private mutating func event(of subject: Subject) -> ReportedEvent {
        let hours = Int.random(in: -24...400, using: &random)
        return ReportedEvent(
            subject: pick([subject, Subject(.parcel, .number, "LM\(Int.random(in: parcels.indices, using: &random))")]),
            milestone: pick([
                .loaded, .departed, .arrived, .discharged, .stripped, .held, .delivered, .handedOver, .position,
                .gatedIn,
                .outForDelivery, .rolled,
            ]), rawCode: "E", classifier: pick([.actual, .actual, .actual, .planned]),
            time: EventTime(Self.start.advanced(by: .hours(hours)), offsetMinutes: 480),
            place: PlaceReference(text: pick(["URH", "ALK", "DOS", "MLA", "DUI"])))
    }

    private mutating func paperEvent(of paper: Subject) -> ReportedEvent {
        ReportedEvent(
            subject: paper, milestone: pick([.exportDeclared, .exportHeld, .exportCleared, .exportRejected]),
            rawCode: pick(["603.1", "604.800", "604.500"]),
            time: EventTime(
                Self.start.advanced(by: .hours(Int.random(in: -48...10, using: &random))), offsetMinutes: 480))
    }
}
