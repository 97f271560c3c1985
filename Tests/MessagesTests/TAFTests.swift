import Foundation
import Messages
import Testing
import Tracking

/// What the `taf` profile makes of the messages of the European railways.
struct TAFTests {
    private let train = Subject(.train, .train, "41352@2026-11-28")
    private let wagon = Subject(.wagon, Scheme(rawValue: "uic-wagon"), "338078360926")
    private let other = Subject(.wagon, Scheme(rawValue: "uic-wagon"), "335608000758")
    private let note = Subject(.consignment, .cim, "51-04283-2151-702688-20261128")

    private func read(_ name: String) throws -> Reading {
        try Reading.of(Fixtures.bytes("taf/\(name).xml"), builtIn("taf"))
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Fixtures.bytes("taf/\(name).xml"), as: UTF8.self)
    }

    private func said(_ events: [ReportedEvent]) -> [String] {
        events.map { event in
            "\(event.subject.code) \(event.rawCode) \(event.milestone.rawValue) \(event.classifier.rawValue) "
                + "\(event.time.iso8601) \(event.place?.text ?? "-")"
        }
    }

    @Test(arguments: [
        "1000", "3003", "3006", "4003", "4004", "4005-departed", "4005-passed", "5006", "5020", "5500",
    ])
    func everyMessageOfTheFamilyIsRecognised(name: String) throws {
        let body = try Fixtures.bytes("taf/\(name).xml")
        #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "taf")
    }

    // MARK: - Trains

    @Test func aTrainRunsAtItsPlacesAndItsPlanIsKeptApart() throws {
        #expect(
            said(try read("4005-departed").events) == [
                "41352@2026-11-28 4005.02 departed actual 2026-11-28T21:10:00+01:00 MAA",
                "41352@2026-11-28 4005.02 departed planned 2026-11-28T21:00:00+01:00 MAA",
            ])
        let forecast = try read("4004")
        #expect(forecast.items.count == 2 && forecast.problems.isEmpty)
        #expect(
            said(forecast.events) == [
                "41352@2026-11-28 4004.03 arrived estimated 2026-11-29T08:00:00+01:00 name:Berlin-Schönefeld",
                "41352@2026-11-28 4004.01 arrived estimated 2026-11-29T19:45:00+01:00 DUI",
                "41352@2026-11-28 4004.01 arrived planned 2026-11-29T19:00:00+01:00 DUI",
            ])
        #expect(
            said(try read("4003").events) == [
                "41352@2026-11-28 4003.01 arrived estimated 2026-11-29T19:50:00+01:00 DUI",
                "41352@2026-11-28 4003.01 arrived planned 2026-11-29T19:00:00+01:00 DUI",
            ])
    }

    /// RunningStatus and EventType have the same digits and other meanings.
    @Test(arguments: [
        ("01", Milestone.arrived, Milestone.departed), ("02", .departed, .unmapped), ("03", .arrived, .departed),
        ("04", .departed, .arrived), ("05", .passed, .arrived), ("06", .unmapped, .held), ("10", .unmapped, .announced),
        ("13", .unmapped, .passed), ("14", .unmapped, .position), ("15", .unmapped, .arrived),
        ("16", .unmapped, .position), ("20", .unmapped, .accepted), ("24", .unmapped, .position),
        ("60", .unmapped, .position), ("99", .unmapped, .unmapped), ("3", .arrived, .departed),
    ])
    func aCodeMeansWhatItsOwnListSays(code: String, running: Milestone, event: Milestone) throws {
        let train = try text("4005-passed").replacing("Status>05<", with: "Status>\(code)<")
        let run = try Reading.of(train, builtIn("taf")).events
        #expect(run.map(\.milestone) == [running], "\(run)")
        #expect(run.first?.rawCode == "4005.\(code.count == 1 ? "0" : "")\(code)")
        let wagon = try text("5020").replacing("<EventType>01<", with: "<EventType>\(code)<")
        #expect(try Reading.of(wagon, builtIn("taf")).events.first?.milestone == event)
    }

    @Test(arguments: [
        // Offset of the message, then the place's clocks, then the sender's country.
        ("2026-11-29T05:30:00+1:00", true, "2026-11-29T05:30:00+01:00", ZoneBasis.reported),
        ("2026-11-29T04:30:00Z", true, "2026-11-29T04:30:00Z", .reported),
        ("2026-11-29T05:30:00", true, "2026-11-29T05:30:00+01:00", .place),
        ("2026-07-29T05:30:00.123", true, "2026-07-29T05:30:00.123+02:00", .place),
        ("2026-11-29T05:30:00", false, "2026-11-29T05:30:00Z", .assumed),
        ("2026-11-29T05:30:00+01:00", false, "2026-11-29T05:30:00+01:00", .reported),
    ])
    func aTimeWithoutOffsetIsThatOfThePlace(at: String, placed: Bool, expected: String, basis: ZoneBasis) throws {
        var body = try text("4005-passed").replacing("2026-11-29T05:30:00", with: at)
        if !placed {
            // Nothing tells the place; the sender is Network Rail.
            body = body.replacing(">0080</Sender>", with: ">0070</Sender>")
            let start = try #require(body.range(of: "    <Location>\n")),
                end = try #require(body.range(of: "</Location>\n"))
            body.removeSubrange(start.lowerBound..<end.upperBound)
        }
        let event = try #require(try Reading.of(body, builtIn("taf")).events.first)
        #expect(event.time.iso8601 == expected && event.time.basis == basis)
    }

    @Test(arguments: [
        ("", nil, ["no-train-date"]),
        (
            "<ScheduledTimeAtHandover>2026-11-29T04:00:00+01:00</ScheduledTimeAtHandover>", "2026-11-29",
            ["handover-date"]
        ),
        ("<ScheduledTimeAtHandover>04:00:00</ScheduledTimeAtHandover>", nil, ["no-train-date"]),
        (
            "<ScheduledDateTimeAtTransfer>2026-11-28T23:00:00</ScheduledDateTimeAtTransfer>", "2026-11-28",
            ["handover-date"]
        ),
    ])
    func aTrainWithoutItsDayIsNoTrain(told: String, day: String?, problems: [String]) throws {
        var body = try text("4005-passed")
        let start = try #require(body.range(of: "  <TrainOperationalIdentification>"))
        let end = try #require(body.range(of: "</TrainOperationalIdentification>\n"))
        body.removeSubrange(start.lowerBound..<end.upperBound)
        let reading = try Reading.of(
            body.replacing("</OperationalTrainNumber>", with: "</OperationalTrainNumber>\(told)"), builtIn("taf"))
        #expect(reading.problems.map(\.kind) == problems)
        #expect(reading.events.map(\.subject.code) == (day.map { ["41352@\($0)"] } ?? []))
    }

    @Test func leavingItsOriginTellsTheDay() throws {
        var body = try text("4005-departed")
        let start = try #require(body.range(of: "  <TrainOperationalIdentification>"))
        let end = try #require(body.range(of: "</TrainOperationalIdentification>\n"))
        body.removeSubrange(start.lowerBound..<end.upperBound)
        #expect(Set(try Reading.of(body, builtIn("taf")).events.map(\.subject)) == [train])
    }

    @Test func aChangeIsANewerVersionAndADeletionTakesBackTheSameEvents() throws {
        let all = try ["4005-departed", "4005-changed", "4005-deleted"].map { try read($0).events }
        #expect(Set(all.map { $0.map(\.sourceID) }).count == 1)
        #expect(Set(all[0].compactMap(\.sourceID)).count == 2)
        #expect(all.map { $0.map(\.retracted) } == [[false, false], [false, false], [true, true]])
        // +1:00 is no valid offset, but it is written.
        #expect(
            all.map { $0[0].version } == [
                "2026-11-28T20:11:00.000Z", "2026-11-28T20:20:00.000Z", "2026-11-28T20:40:00.000Z",
            ])
        #expect(try read("4005-passed").events[0].sourceID != all[0][0].sourceID)
    }

    // MARK: - Compositions

    @Test func aCompositionConfirmsContainersOnWagonsOnTheTrain() throws {
        let reading = try read("3003")
        let (box, second) = (subject("MRKU9465770"), subject("FESU5332167"))
        #expect(
            Set(reading.links.map { [$0.child, $0.parent] }) == [
                [wagon, train], [other, train], [box, wagon], [second, wagon], [box, train], [second, train],
            ])
        #expect(reading.links.allSatisfy { $0.basis == .declared && !$0.retracted })
        #expect(
            reading.facts.map { "\($0.subject.code) \($0.name) \($0.value)" } == [
                "338078360926 train_position 1", "335608000758 train_position 2",
            ])
        // A trailer's mark is no container, and what is dangerous about a load is nobody's business here.
        #expect(reading.problems.map(\.kind) == ["no-container-number"] && reading.rejections.isEmpty)
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("1993"))
    }

    @Test func aDeletedCompositionTakesBackWhatItClaimed() throws {
        let (told, deleted) = (try read("3003").links, try read("3003-deleted").links)
        #expect(deleted.map { [$0.child, $0.parent] } == told.map { [$0.child, $0.parent] })
        #expect(deleted.allSatisfy(\.retracted) && deleted.map(\.basis) == told.map(\.basis))
        #expect(try read("3003-deleted").facts.isEmpty)
    }

    // MARK: - Wagons

    @Test func aWagonsEventsNameItsTrainAndItsConsignment() throws {
        let reading = try read("5020")
        #expect(reading.items.count == 5 && reading.rejections.isEmpty)
        #expect(
            said(reading.events) == [
                "338078360926 5020.01 departed actual 2026-11-28T21:10:00+01:00 MAA",
                "338078360926 5020.05 arrived actual 2026-11-29T19:44:00+01:00 DUI",
                "338078360926 5020.15 arrived actual 2026-11-29T21:30:00+01:00 DUI",
                "335608000758 5020.60 position actual 2026-11-28T20:00:00+01:00 -",
                "335608000758 5020.06 held actual 2026-11-28T20:30:00+01:00 -",
            ])
        #expect(reading.events.map(\.load) == [.laden, .laden, .laden, .empty, .laden])
        #expect(reading.events[3].text == "52.0312, 23.6120")
        // The train of a wagon at its siding may be the next one; only what moves with it is seen in it.
        #expect(reading.links.filter { $0.parent == train }.map(\.child) == [wagon, wagon])
        let carried = reading.links.filter { $0.child.kind == .consignment }
        #expect(carried.allSatisfy { $0.basis == .observed })
        #expect(
            carried.map(\.child) == [note, note, note, Subject(.consignment, .number, "702688", issuer: "51-4283")])
        #expect(carried.map { $0.until?.iso8601 } == [nil, nil, "2026-11-29T21:30:00+01:00", nil])
    }

    @Test func fiveHundredWagonsAreFiveHundredItems() throws {
        let body = try text("5020")
        let start = try #require(body.range(of: "  <WagonStatusMessage>")).lowerBound
        let end = try #require(body.range(of: "</WagonStatusMessage>\n")).upperBound
        let one = String(body[start..<end])
        let many = (0..<500).map { number in
            one.replacing("338078360926", with: "3380783\(10000 + number)")
        }.joined()
        let reading = try Reading.of(String(body[..<start]) + many + "</WagonStatusMessages>", builtIn("taf"))
        #expect(reading.items.count == 500 && reading.events.count == 500 && reading.rejections.isEmpty)
        #expect(Set(reading.events.map(\.subject)).count == 500)
    }

    @Test func ordersAndEstimatesTellWhoIsInWhat() throws {
        let order = try read("1000")
        #expect(Set(order.links.map { [$0.child, $0.parent] }) == [[note, wagon], [subject("MRKU9465770"), note]])
        #expect(!String(decoding: order.summary.archive, as: UTF8.self).contains("A Person"))
        let estimate = try read("5006")
        #expect(estimate.links.map { [$0.child, $0.parent] } == [[subject("MRKU9465770"), wagon]])
        #expect(said(estimate.events) == ["338078360926 5006.eta arrived estimated 2026-11-29T20:00:00+01:00 DUI"])
        #expect(
            try read("5500").facts.map { "\($0.subject.code) \($0.name) \($0.value)" } == [
                "338078360926 mileage_km 1138"
            ])
    }

    // MARK: - What cannot be used

    @Test func anotherMessageIsRefusedByItsName() throws {
        let reading = try read("3006")
        #expect(reading.items.count == 1 && reading.rejections.map(\.kind) == ["message-not-read"])
        #expect(reading.rejections.first?.reason.contains("3006 (TrainReadyMessage)") == true)
    }

    @Test func aMessageCutOrTooDeepIsRefusedWhole() throws {
        let body = try Fixtures.bytes("taf/5020.xml")
        let taf = try builtIn("taf")
        for count in stride(from: 40, to: body.count - 30, by: 211) {
            #expect(Reading.failure(Array(body.prefix(count)), taf) == .truncated, "\(count)")
        }
        let deep = try text("3003").replacing(
            "<t:WagonOperationalData>",
            with: String(repeating: "<t:X>", count: 100_000) + "<t:WagonOperationalData>")
        #expect(Reading.failure(Array(deep.utf8), taf) == .tooLarge)
    }

    @Test func publishedSamplesAreAccountedFor() throws {
        let samples = Fixtures.published("taf-tsi")
        if samples.isEmpty { print("skipped: no published TAF samples beside the package") }
        for sample in samples {
            let body = try Fixtures.bytes(at: sample)
            let profile = try #require(try ProfileLibrary().recognise(body: body, fileName: nil))
            let reading = try Reading.of(body, profile)
            #expect(reading.items.count == 1)
            if sample.pathExtension == "xml" {
                #expect(profile.name == "taf" && reading.rejections.map(\.kind) == ["no-location-report"])
            } else {
                #expect(profile.name == "taf-5500" && reading.problems.isEmpty)
                #expect(
                    reading.facts.map { "\($0.name) \($0.value)" } == [
                        "mileage_km 104", "mileage_from 2016-06-09T14:24:00", "mileage_until 2016-06-09T20:28:00",
                    ])
            }
        }
    }
}
