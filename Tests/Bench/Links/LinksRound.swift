import CarrierSimulator
import Foundation
import Intake
import Linking
import Store
import Tracking

/// A whole round on a store: gathering, working out and storing what 200,000 parcels of one train may have been in.
enum LinksRound {
    static func figures(_ surroundings: Surroundings) throws -> [Figure] {
        try [true, false].flatMap { try figures(surroundings, hasBags: $0) }
    }

    private static func figures(_ surroundings: Surroundings, hasBags: Bool) throws -> [Figure] {
        let path = surroundings.path("round.db")
        defer { surroundings.remove(path) }
        let writer = try StoreWriter(path: path)
        let end = try fill(writer, hasBags: hasBags)
        let round = InferenceRound(writer: writer, places: .corridor)
        let name = "a round on a store of 200 000 parcels, \(hasBags ? "in bags of 40" : "without bags")"
        let (first, meter) = try LoadMeter.measure { try round.run(now: end) }
        let (again, second) = try LoadMeter.measure { try round.run(now: end, isForced: true) }
        try writer.close()
        return [
            LinksLoad.figure(name, meter, note(first)),
            LinksLoad.figure(name + ", again", second, note(again)),
        ]
    }

    private static func note(_ report: InferenceReport) -> String {
        "\(report.considered) parcels among \(report.containers) containers: \(report.change.added) links, "
            + "\(report.change.unchanged) as they were, \(report.conflicts.count) conflicts"
    }

    /// Tells the store what is seen of the train; returns a moment after the last scan.
    private static func fill(_ writer: StoreWriter, hasBags: Bool) throws -> Instant {
        let (parcels, boxes) = LinksLoad.input()
        let end = parcels.flatMap(\.sightings).map(\.time.instant).max() ?? Instant(milliseconds: 0)
        let message = Message(
            channel: .file, source: "hub", profile: "manifest", receivedAt: end,
            sha256: [UInt8](repeating: 7, count: 32), body: [7])
        let delivery = try writer.begin(message)
        var trains: [Subject: EventTime] = [:]
        for box in boxes {
            if let train = box.train, let left = box.departure { trains[train] = left }
        }
        let departures = trains.map { event($0.key, .departed, $0.value, nil) }
        try delivery.append(Report(items: [ReportedItem(position: "0", events: departures)] + boxes.map(item)))
        for start in stride(from: 0, to: parcels.count, by: 5_000) {
            let part = parcels[start..<min(start + 5_000, parcels.count)]
            try delivery.append(Report(items: part.map { item($0, hasBags: hasBags) }))
        }
        _ = try delivery.complete(body: [7])
        return end.advanced(by: .hours(1))
    }

    private static func item(_ box: CandidateContainer) -> ReportedItem {
        let lists = box.customsLists.sorted().map {
            ReportedLink(child: box.subject, parent: Subject(.declaration, .number, $0))
        }
        return ReportedItem(
            position: box.subject.code,
            events: (box.sealed.map { [event(box.subject, .stuffed, $0, nil)] } ?? [])
                + box.crossings.map { event(box.subject, $0.milestone, $0.time, $0.place) },
            links: (box.train.map { [ReportedLink(child: box.subject, parent: $0, basis: .declared)] } ?? []) + lists,
            facts: facts(
                box.subject, hub: box.hub, pieces: box.declaredPieces, grams: box.declaredGrams))
    }

    private static func item(_ parcel: OpenParcel, hasBags: Bool) -> ReportedItem {
        var facts = facts(parcel.subject, hub: parcel.hub, pieces: parcel.pieces, grams: parcel.weightGrams)
        if let country = parcel.country {
            facts.append(ReportedFact(subject: parcel.subject, name: "country", value: country))
        }
        if let list = parcel.customsList {
            facts.append(ReportedFact(subject: parcel.subject, name: "customs_list", value: list))
        }
        let bag = hasBags ? parcel.bag.map { Subject(.bag, .number, $0) } : nil
        return ReportedItem(
            position: parcel.subject.code,
            events: parcel.sightings.map { event(parcel.subject, $0.milestone, $0.time, $0.place) },
            links: bag.map { [ReportedLink(child: parcel.subject, parent: $0)] } ?? [], facts: facts)
    }

    private static func facts(_ subject: Subject, hub: String?, pieces: Int?, grams: Int?) -> [ReportedFact] {
        let values = [
            ("destination", hub), ("pieces", pieces.map(String.init)),
            ("weight_kg", grams.map { "\(Double($0) / 1000)" }),
        ]
        return values.compactMap { name, value in
            value.map { ReportedFact(subject: subject, name: name, value: $0) }
        }
    }

    private static func event(_ subject: Subject, _ milestone: Milestone, _ time: EventTime, _ place: String?)
        -> ReportedEvent
    {
        ReportedEvent(
            subject: subject, milestone: milestone, rawCode: milestone.rawValue, time: time,
            place: place.map { PlaceReference(text: $0) })
    }
}
