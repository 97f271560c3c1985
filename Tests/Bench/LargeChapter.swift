import Foundation
import Store
import Tracking

/// Answers out of ten million events: a parcel four links deep, in process, and a part of a number, in a new process.
enum LargeChapter {
    private static let parcels = 1_000_000
    private static let parcelsOfBag = 20
    private static let parcelsOfContainer = 500
    private static let containersOfTrain = 50
    private static let scansOfParcel = 10
    private static let departure: Int64 = 1_762_000_000_000

    static func figures(_ surroundings: Surroundings) throws -> [Figure] {
        let path = surroundings.path("large.db")
        defer { surroundings.remove(path) }
        try fill(path)
        return try timelines(path) + find(path, surroundings)
    }

    private static func timelines(_ path: String) throws -> [Figure] {
        let clock = ContinuousClock()
        var times: [Double] = []
        var links = 0
        var entries = 0
        try StoreReader(path: path).read { session in
            for turn in 0..<2_000 {
                let subject = parcel(turn * 7919 % parcels)
                let time = try clock.measure {
                    guard let stored = try session.stored(subject) else { return }
                    let timeline = Timeline(try session.dossier(of: stored)) { Places.corridor.place(for: $0) }
                    (links, entries) = (timeline.links.count, timeline.entries.count)
                }
                times.append(time.seconds * 1000)
            }
        }
        let slow = times.sorted()[times.count * 95 / 100]
        return [
            Figure(
                what: "timeline, four links deep", ours: "\(times.median.fixed(2)) ms", baseline: "-",
                measured: "\(times.median.fixed(2)) ms", target: "≤ 1 ms", isMet: times.median <= 1,
                notes: [
                    "\(parcels.grouped) parcels, \((parcels * scansOfParcel).grouped) scans of theirs; \(links) links and "
                        + "\(entries) lines in the last answer; 95 of 100 in \(slow.fixed(2)) ms; each parcel asked once"
                ])
        ]
    }

    private static func find(_ path: String, _ surroundings: Surroundings) throws -> [Figure] {
        let reader = try StoreReader(path: path)
        let clock = ContinuousClock()
        return try ["0004711", "MRKU9999", "B0012"].map { text in
            let part = try NumberPart(text)
            var alone: [Double] = []
            var whole: [Double] = []
            for _ in 0..<10 {
                alone.append(try clock.measure { _ = try reader.subjects(containing: part, atMost: 51) }.seconds * 1000)
                let time = try? ChildProcess.time(surroundings.program("caravan"), ["find", text, "--database", path])
                if let time { whole.append(time * 1000) }
            }
            return Figure(
                what: "find \(text)", ours: "\(alone.median.fixed(0)) ms", baseline: "-",
                measured: "\(alone.median.fixed(0)) ms", target: "≤ 50 ms", isMet: alone.median <= 50,
                notes: [
                    "in process; " + alone.spread { "\($0.fixed(0)) ms" } + "; `caravan find` whole: "
                        + whole.spread { "\($0.fixed(0)) ms" }
                ])
        }
    }

    private static func fill(_ path: String) throws {
        let writer = try StoreWriter(path: path)
        let stretch = 5_000
        for start in stride(from: 0, to: parcels, by: stretch) {
            let body = Array("stretch \(start)".utf8)
            let message = Message(
                channel: .file, source: "manifest", profile: "manifest",
                receivedAt: Instant(milliseconds: departure + 86_400_000), sha256: Fingerprint.sha256(body), body: body)
            let report = Report(items: (start..<start + stretch).map(item))
            _ = try writer.acceptAndWait([Delivery(parts: [Delivery.Part(message: message, report: report)])])
        }
        try writer.close()
    }

    private static func item(_ index: Int) -> ReportedItem {
        var item = ReportedItem(position: "\(index)", events: (0..<scansOfParcel).map { scan(index, $0) })
        let bag = Subject(.bag, .number, String(format: "B%07d", index / parcelsOfBag))
        item.links.append(ReportedLink(child: parcel(index), parent: bag))
        guard index % parcelsOfBag == 0 else { return item }
        let box = index / parcelsOfContainer
        let container = Subject(.container, .iso6346, Answers.container(box))
        item.links.append(ReportedLink(child: bag, parent: container))
        guard index % parcelsOfContainer == 0 else { return item }
        let wagon = Subject(.wagon, .number, String(format: "W%06d", box))
        let train = Subject(.train, .train, String(format: "X8%03d@2025-11-01", box / containersOfTrain))
        item.links += [ReportedLink(child: container, parent: wagon), ReportedLink(child: wagon, parent: train)]
        let sample = SampleEvents(haveIDs: false)
        item.events += (0..<20).map { number in
            var event = sample.event(box * 20 + number)
            event.time = EventTime(
                Instant(milliseconds: departure + Int64(number) * 43_200_000), offsetMinutes: 480)
            return event
        }
        return item
    }

    private static func parcel(_ index: Int) -> Subject {
        Subject(.parcel, .number, String(format: "YT26%012d", index))
    }

    private static func scan(_ index: Int, _ number: Int) -> ReportedEvent {
        ReportedEvent(
            subject: parcel(index), milestone: .sorted, rawCode: "SC\(number)",
            time: EventTime(
                Instant(milliseconds: departure - Int64(20 - number) * 21_600_000), offsetMinutes: 480),
            place: PlaceReference(text: "URH"))
    }
}

extension Int {
    /// With thin groups of three digits.
    fileprivate var grouped: String { Double(self).grouped }
}
