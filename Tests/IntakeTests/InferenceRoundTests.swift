import Foundation
import Intake
import Linking
import Store
import TestSupport
import Testing
import Tracking

/// From papers and scans in the store to links that are believed, and to the paper that proves them.
struct InferenceRoundTests {
    private let bench: Bench
    private let boxes = ["MRKU9465770", "MSCU6639870"]

    /// Two trains two days apart, each with a box of twenty parcels whose customs list is told.
    init() throws {
        bench = try Bench()
        var text = "运单号,箱号,车次,发车日期,目的国,清单编号\n"
        for (index, box) in boxes.enumerated() {
            for row in 0..<20 {
                text +=
                    "\(number(1000 + index * 100 + row)),\(box),X815\(7 + index * 2),2026-11-\(20 + index * 2),DE,LIST-\(index)\n"
            }
        }
        try bench.take(text)
        try tell((0..<2).map { event(.stuffed, container($0), day: 19 + $0 * 2, hour: 12, "URH") })
        try tell(
            (0..<2).map { event(.departed, train($0), day: 20 + $0 * 2, hour: 15, "URH") }, at: 72)
    }

    private func number(_ count: Int) -> String { "YT241580000000" + String(count + 1000) }
    private func parcel(_ count: Int) -> Subject { Subject(.parcel, Scheme(rawValue: "yunexpress"), number(count)) }
    private func container(_ index: Int) -> Subject { Subject(.container, Scheme(rawValue: "iso6346"), boxes[index]) }
    private func train(_ index: Int) -> Subject {
        Subject(.train, .train, "X815\(7 + index * 2)@2026-11-\(20 + index * 2)")
    }

    private func event(_ milestone: Milestone, _ subject: Subject, day: Int, hour: Int, _ place: String)
        -> ReportedEvent
    {
        let instant = Instant(milliseconds: Bench.now.milliseconds + Int64((day - 20) * 24 + hour - 20) * 3_600_000)
        return ReportedEvent(
            subject: subject, milestone: milestone, rawCode: milestone.rawValue,
            time: EventTime(instant, offsetMinutes: 480), place: PlaceReference(text: place))
    }

    private func tell(_ events: [ReportedEvent] = [], links: [ReportedLink] = [], at hours: Int = 1) throws {
        let body =
            Array("\(hours) \(events.count) \(links.count)".utf8) + events.flatMap { Array($0.subject.code.utf8) }
        var sum = [UInt8](repeating: 0, count: 32)
        for (index, byte) in body.enumerated() { sum[index % 32] = sum[index % 32] &* 31 &+ byte }
        let message = Message(
            channel: .file, source: "hub", profile: "hub", receivedAt: Bench.now.advanced(by: .hours(hours)),
            sha256: sum,
            body: body)
        let items =
            events.map { ReportedItem(position: "1", events: [$0]) } + [ReportedItem(position: "2", links: links)]
        _ = try bench.writer.acceptAndWait([Delivery(parts: [.init(message: message, report: Report(items: items))])])
    }

    /// A bag of six parcels that no paper puts into a box; they stand on the first list.
    private func sort(_ parcels: Range<Int>, day: Int = 19, bag: String = "BAG-9") throws {
        var text = "运单号,袋号,目的国,清单编号\n"
        for count in parcels { text += "\(number(count)),\(bag),DE,LIST-0\n" }
        try bench.take(Array(text.utf8), name: "bags.csv", at: Bench.now.advanced(by: .hours(2)))
        try tell(parcels.map { event(.sorted, parcel($0), day: day, hour: 6, "URH") }, at: 73)
        try tell(parcels.map { event(.departed, parcel($0), day: 20, hour: 16, "URH") }, at: 74)
    }

    private func round(at hours: Int = 80, forced: Bool = false) throws -> InferenceReport {
        try InferenceRound(writer: bench.writer, places: .corridor)
            .run(now: Bench.now.advanced(by: .hours(hours)), isForced: forced)
    }

    private func timeline(_ subject: Subject) throws -> Timeline {
        try bench.read { session in
            let stored = try #require(try session.stored(subject))
            return Timeline(try session.dossier(of: stored)) { Places.corridor.place(for: $0) }
        }
    }

    @Test func parcelsWithoutAPaperAreBelievedToBeWhereTheEvidenceSays() throws {
        try sort(0..<6)
        let report = try round()
        #expect(report.open == 6 && report.considered == 6 && report.containers == 2)
        #expect(report.change.added > 0 && report.conflicts.isEmpty, "\(report)")
        for count in 0..<6 {
            let timeline = try timeline(parcel(count))
            let best = timeline.links.filter { $0.basis == .inferred }
                .max { $0.link.probability < $1.link.probability }
            #expect(best?.link.parent == container(0), "\(timeline.links)")
            #expect(best?.link.evidence.contains { $0.kind == .customsList } == true)
            #expect(best?.link.departure != nil)
        }
    }

    /// Its bag is believed to be in the box, and it was still being sorted two days after that had left.
    @Test func aParcelThatCannotBeWhereItsBagIsInheritsNothingOfTheBoxUnseen() throws {
        try sort(0..<6)
        try tell([event(.sorted, parcel(5), day: 22, hour: 6, "URH")], at: 75)
        let report = try round()
        #expect(report.conflicts.contains { $0.child == parcel(5) }, "\(report.conflicts)")
        #expect(report.withheld.reduce(0) { $0 + $1.count } == report.conflicts.count && report.line != nil)
        let inside = try timeline(parcel(0))
        #expect(inside.entries.contains { $0.inherited && $0.milestone == .departed && $0.shown })
        let outside = try timeline(parcel(5))
        let inheritsBox = outside.entries.contains { $0.inherited && $0.shown && $0.subject == container(0) }
        #expect(
            !inheritsBox || outside.conflicts.contains { $0.kind == .unexplainedScan },
            "\(outside.entries.map { "\($0.subject.code) \($0.milestone)" }) \(outside.conflicts)")
    }

    @Test func nothingNewIsNothingToDoAndTheSameAgainWritesNothing() throws {
        try sort(0..<6)
        _ = try round()
        let rows = try bench.rows()
        #expect(try !round(at: 81).wasDue)
        let forced = try round(at: 82, forced: true)
        #expect(forced.wasDue && forced.change.added == 0 && forced.change.ended == 0, "\(forced)")
        #expect(try bench.rows() == rows)
    }

    @Test func aPaperClosesScoresAndNobodyLooksAgain() throws {
        try sort(0..<6)
        _ = try round()
        let bag = Subject(.bag, .number, "BAG-9")
        try tell(links: [ReportedLink(child: bag, parent: container(1))], at: 90)
        let report = try round(at: 91)
        #expect(report.open == 0 && report.considered == 0 && report.change.scored > 0, "\(report)")
        let scores = try bench.read { try $0.inferenceScores() }
        #expect(scores.contains { $0.parentKind == .container && !$0.isRight })
    }

    @Test func whatIsTakenBackIsOpenAgain() throws {
        try sort(0..<6)
        let bag = Subject(.bag, .number, "BAG-9")
        try tell(links: [ReportedLink(child: bag, parent: container(1))], at: 90)
        #expect(try round(at: 91).open == 0)
        try tell(links: [ReportedLink(child: bag, parent: container(1), retracted: true)], at: 92)
        #expect(try round(at: 93).open == 6)
    }

    @Test func whatAPersonDeniesIsNotInferred() throws {
        try sort(0..<1)
        try tell(
            links: [ReportedLink(child: parcel(0), parent: container(0), basis: .byHand, isDenied: true)], at: 90)
        _ = try round(at: 91)
        #expect(try timeline(parcel(0)).links.allSatisfy { $0.basis != .inferred || $0.link.parent != container(0) })
    }

    /// A file that is still on its way in is nothing yet; when it is complete its parcels are found.
    @Test func aFileOnItsWayInIsLookedAtWhenItIsThere() throws {
        try sort(0..<2)
        let message = Message(
            channel: .file, source: "hub", profile: "hub", receivedAt: Bench.now.advanced(by: .hours(75)),
            sha256: [UInt8](repeating: 7, count: 32), body: [7])
        let delivery = try bench.writer.begin(message)
        let link = ReportedLink(child: parcel(0), parent: container(1))
        try delivery.append(Report(items: [ReportedItem(position: "1", links: [link])]))
        #expect(try round().open == 2)
        _ = try delivery.complete(body: [7])
        #expect(try round(at: 81).open == 1)
    }
}
