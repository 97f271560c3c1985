import Foundation
import Messages
import Testing
import Tracking

/// What each customs message says, and what it does not say.
struct CEBTests {
    private let bill = Subject(.consignment, .number, "RAIL20261120A")

    @Test(arguments: CEBFixtures.names) func everyMessageIsRecognisedAndNothingOfItIsRefused(name: String) throws {
        let body = try CEBFixtures.bytes(name)
        #expect(try ProfileLibrary().recognise(body: body, fileName: "x.xml")?.name == "ceb")
        let reading = try CEBFixtures.read(name)
        #expect(!reading.items.isEmpty)
        #expect(reading.rejections.isEmpty, "\(reading.rejections)")
        #expect(reading.items.count { $0.saysSomething || !$0.problems.isEmpty } == reading.items.count)
        // What is kept reads the same.
        let again = try Reading.of(reading.summary.archive, builtIn("ceb"))
        #expect(again.events == reading.events && again.facts == reading.facts && again.links == reading.links)
        #expect(again.problems == reading.problems && again.items.map(\.position) == reading.items.map(\.position))
    }

    @Test func publishedSamplesAreRecognisedAndAccountedFor() throws {
        let samples = Fixtures.published("china-customs-ceb-202205").filter { $0.pathExtension == "xml" }
        if samples.isEmpty { print("skipped: no published customs samples beside the package") }
        for sample in samples {
            let body = [UInt8](try Data(contentsOf: sample))
            #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "ceb", "\(sample)")
            let reading = try Reading.of(body, builtIn("ceb"))
            #expect(reading.items.count >= 10 && reading.rejections.isEmpty, "\(sample): \(reading.rejections)")
            #expect(reading.items.allSatisfy { $0.saysSomething }, "\(sample)")
        }
    }

    @Test(arguments: [
        ("1", Milestone.announced), ("2", .exportDeclared), ("3", .exportDeclared), ("4", .exportRejected),
        ("100", .exportRejected), ("120", .exportDeclared), ("300", .exportHeld), ("399", .accepted),
        ("500", .exportHeld), ("501", .exportHeld), ("502", .exportHeld), ("503", .exportHeld), ("599", .exportHeld),
        ("800", .exportCleared), ("899", .exportClosed), ("-621001", .exportRejected), ("700", .unmapped),
        ("777", .unmapped),
    ])
    func aReceiptOfAListIsWhatCustomsSays(status: String, milestone: Milestone) throws {
        let reading = try CEBFixtures.read(
            "CEB604", [("<ceb:returnStatus>120<", "<ceb:returnStatus>\(status)<")])
        let event = try #require(reading.events.first { $0.rawCode == "604.\(status)" })
        #expect(event.milestone == milestone && event.classifier == .actual)
        #expect(event.subject.kind == .declaration)
    }

    @Test func receiptsAreInTheOrderOfTheirOwnClockToTheMillisecond() throws {
        let events = try CEBFixtures.read("CEB604").events.filter { $0.subject == CEBFixtures.list(1) }
            .sorted { $0.time.instant < $1.time.instant }
        #expect(events.map(\.rawCode) == ["604.120", "604.500", "604.800"])
        #expect(events[0].time.instant.milliseconds % 1000 == 1)
        #expect(events.allSatisfy { $0.time.offsetMinutes == 480 && $0.time.basis == .reported })
    }

    @Test func aReceiptAndItsListMeetUnderTheSendersNumber() throws {
        let filed = try CEBFixtures.read("CEB603")
        let answered = try CEBFixtures.read("CEB604")
        #expect(filed.links.contains { $0.child == CEBFixtures.parcel(1) && $0.parent == CEBFixtures.list(1) })
        #expect(answered.events.contains { $0.subject == CEBFixtures.list(1) && $0.milestone == .exportCleared })
        let numbers = answered.aliases.filter { $0.subject == CEBFixtures.list(1) && $0.role == .customs }
            .map(\.alias.code)
        #expect(Set(numbers) == ["94042026E000000001", "B20261118000000001"])
        // A receipt never speaks of a parcel.
        #expect(answered.events.allSatisfy { $0.subject.kind == .declaration })
    }

    @Test func aListStatesWhatIsInTheParcel() throws {
        let reading = try CEBFixtures.read("CEB603")
        func fact(_ name: String, of number: Int) -> ReportedFact? {
            reading.facts.first { $0.subject == CEBFixtures.parcel(number) && $0.name == name }
        }
        #expect(fact("value", of: 1)?.value == "130" && fact("value", of: 1)?.unit == "USD")
        #expect(fact("weight_kg", of: 1)?.value == "0.45" && fact("net_weight_kg", of: 1)?.value == "0.40")
        #expect(fact("hs", of: 1)?.value == "4202920000,8518300000" && fact("articles", of: 1)?.value == "2")
        #expect(fact("mode", of: 1)?.value == "9610" && fact("port", of: 1)?.value == "9404")
        #expect(fact("country", of: 1)?.value == "DE" && fact("consignor_ref", of: 1)?.value == "6501960EBC")
        // A number of a country that is not known stays what it is.
        #expect(fact("country", of: 3) == nil && fact("customs_country", of: 3)?.value == "999")
        #expect(reading.aliases.contains { $0.role == .order && $0.alias.code == "SO-2026-0001" })
        #expect(
            reading.aliases.contains {
                $0.subject == CEBFixtures.parcel(1) && $0.alias == Subject(.parcel, .number, "ZX26110000001")
            })
        #expect(reading.links.contains { $0.child == CEBFixtures.parcel(2) && $0.parent == bill })
        #expect(reading.links.contains { $0.child == CEBFixtures.parcel(2) && $0.parent.code == "BAG-77" })
    }

    @Test(arguments: [
        ("<ceb:totalPrice>0.10<", "<ceb:totalPrice>0,10<"), ("<ceb:totalPrice>0.10<", "<ceb:totalPrice><"),
    ])
    func aSumWithAnUnreadablePriceIsNoValue(old: String, new: String) throws {
        let reading = try CEBFixtures.read("CEB603", [(old, new)])
        #expect(!reading.facts.contains { $0.name == "value" })
        #expect(reading.problems.contains { $0.kind == "bad-quantity" })
    }

    @Test func articlesInTwoCurrenciesAreTwoValues() throws {
        let (old, new) = ("<ceb:currency>502<", "<ceb:currency>142<")
        let rest = "/ceb:currency>\n      <ceb:qty>1<"
        let reading = try CEBFixtures.read("CEB603", [(old + rest, new + rest)])
        let values = reading.facts.filter { $0.subject == CEBFixtures.parcel(1) && $0.name.hasPrefix("value") }
        #expect(Set(values.map { "\($0.name) \($0.value)" }) == ["value_USD 129.9", "value_CNY 0.1"])
    }

    @Test func aWithdrawalIsPlannedWhenAskedForAndDoneWhenGranted() throws {
        let asked = try CEBFixtures.read("CEB605").events
        #expect(asked.allSatisfy { $0.milestone == .cancelled && $0.classifier == .planned })
        let granted = try CEBFixtures.read("CEB606").events
        #expect(granted.allSatisfy { $0.milestone == .cancelled && $0.classifier == .actual })
        #expect(Set((asked + granted).map(\.subject.kind)) == [.declaration])
        #expect(Set(granted.map(\.subject.code)) == ["LIST20260003", "94042026E000000003"])
        for (status, classifier) in [("120", EventClassifier.planned), ("800", .actual)] {
            let read = try CEBFixtures.read("CEB606", [("<ceb:returnStatus>399<", "<ceb:returnStatus>\(status)<")])
            #expect(read.events.allSatisfy { $0.milestone == .cancelled && $0.classifier == classifier })
        }
        let refused = try CEBFixtures.read("CEB606", [("<ceb:returnStatus>399<", "<ceb:returnStatus>100<")])
        #expect(refused.events.allSatisfy { $0.milestone == .unmapped })
        #expect(refused.problems.contains { $0.kind == "filing-refused" })
    }

    @Test func aDepartureIsEveryListedParcelsOwnOnTheChineseSide() throws {
        let reading = try CEBFixtures.read("CEB509")
        #expect(reading.events.map(\.subject) == [CEBFixtures.parcel(1), CEBFixtures.parcel(2)])
        for event in reading.events {
            #expect(event.milestone == .borderDeparted && event.country == "CN" && event.place == nil)
            #expect(event.time.iso8601 == "2026-11-21T03:10:00+08:00")
        }
        #expect(reading.links.contains { $0.child.code == "BAG-77" && $0.parent == bill })
    }

    @Test func anArrivalAtTheSupervisedSiteIsAnEntryOfTheParcel() throws {
        let reading = try CEBFixtures.read("CEB507")
        #expect(reading.events.map(\.milestone) == [.gatedIn, .gatedIn])
        #expect(reading.facts.contains { $0.subject == bill && $0.name == "truck" && $0.value == "新A12345" })
    }

    @Test func theBaseNumberOfPapersOfDifferentKindsAreDifferentPapers() throws {
        // Senders number each kind of paper anew: a refused bill is no refused list.
        let refused = try CEBFixtures.read(
            "CEB608", [("WB20260001", "LIST20260001"), ("<ceb:returnStatus>399<", "<ceb:returnStatus>100<")])
        #expect(!refused.events.isEmpty && refused.events.allSatisfy { $0.subject != CEBFixtures.list(1) })
    }

    @Test(arguments: [
        ("X8157", "20261120", "X8157@2026-11-20"), ("X8157", "2026-11-20", "X8157@2026-11-20"),
        ("20261121", "x8157", "X8157@2026-11-21"), ("X8157", "20261118", "X8157@2026-11-18"),
        ("X8157", "20261123", nil), ("X8157", "航空", nil), ("X8157", "", nil), ("5312345", "20261120", nil),
        ("X8157", "20261399", nil), ("X8157A", "20261120", nil), ("空运", "H000250", nil),
    ])
    func aTrainIsNamedOnlyByItsNumberAndADateThatFits(name: String, voyage: String, train: String?) throws {
        let reading = try CEBFixtures.read(
            "CEB607-1", [(">X8157<", ">\(name)<"), (">20261120<", ">\(voyage)<")])
        #expect(reading.links.filter { $0.parent.kind == .train }.map(\.parent.code) == [train].compactMap { $0 })
        #expect(reading.facts.contains { $0.subject == bill && $0.name == "traf_mode" && $0.value == "3" })
    }

    @Test func byAnotherModeNoTrainIsNamed() throws {
        let reading = try CEBFixtures.read("CEB607-1", [("<ceb:trafMode>3<", "<ceb:trafMode>5<")])
        #expect(!reading.links.contains { $0.parent.kind == .train })
    }

    @Test(arguments: [
        ("1", "2", "1/2", "incomplete-set"), ("2", "2", "2/2", "incomplete-set"), ("1", "1", nil, nil),
        ("3", "2", "?", "bad-part"), ("0", "2", "?", "bad-part"), ("1", "0", "?", "bad-part"),
        ("x", "2", "?", "bad-part"), ("", "", "?", "bad-part"), ("-1", "2", "?", "bad-part"),
        ("1", "1e9", "?", "bad-part"),
    ])
    func aPartOfASplitSetSaysWhichAndALyingOneSaysNothing(
        part: String, count: String, said: String?, kind: String?
    ) throws {
        let changes = [
            ("<ceb:msgCount>2<", "<ceb:msgCount>\(count)<"), ("<ceb:msgSeqNo>1<", "<ceb:msgSeqNo>\(part)<"),
        ]
        let reading = try CEBFixtures.read("CEB607-1", changes)
        let facts = reading.facts.filter { $0.name.hasPrefix("part:") }
        #expect(facts.map(\.name) == [said.map { "part:607:WB20260001:\($0)" }].compactMap { $0 })
        let kinds = reading.problems.map(\.kind).filter { ["incomplete-set", "bad-part"].contains($0) }
        #expect(kinds == [kind].compactMap { $0 })
        // The parcels are there whatever the counter says.
        #expect(reading.links.contains { $0.child == CEBFixtures.parcel(1) && $0.parent == bill })
    }

    @Test func aDeletedFilingTakesItsLinksAndEventsBack() throws {
        let bills = try CEBFixtures.read("CEB607-delete")
        #expect(!bills.links.isEmpty && bills.links.allSatisfy { $0.retracted })
        let departures = try CEBFixtures.read("CEB509-delete")
        #expect(!departures.events.isEmpty && departures.events.allSatisfy { $0.retracted })
        let refused = try CEBFixtures.read("CEB510-refused")
        #expect(refused.events.count { $0.retracted } == 1)
        #expect(refused.events.first { $0.retracted }?.sourceID == departures.events.first?.sourceID)
    }

    @Test func aRowThatNamesNoParcelIsRefusedAndTheOthersAreTaken() throws {
        let reading = try CEBFixtures.read("CEB509", [("<ceb:logisticsNo>ZX26110000002<", "<ceb:logisticsNo><")])
        #expect(reading.items.map(\.saysSomething) == [true, false])
        #expect(reading.rejections.map(\.kind) == ["no-parcel"])
    }

    @Test func anUnreadableTimeOfDepartureLosesTheEventAndNotTheLinks() throws {
        let reading = try CEBFixtures.read("CEB509", [(">20261121031000<", ">2026112103<")])
        #expect(reading.events.isEmpty && reading.links.count >= 4)
        #expect(reading.rejections.contains { $0.kind == "bad-time" })
    }

    @Test func aMessageThatCustomsCouldNotReadIsSaidAndNothingElse() throws {
        let reading = try CEBFixtures.read("CEB900")
        #expect(reading.items.allSatisfy { !$0.saysSomething })
        let problem = try #require(reading.problems.first)
        #expect(problem.kind == "filing-refused" && problem.reason.contains("CEB603Message"))
    }

    @Test func aMessageWithoutBusinessIsRefused() throws {
        let text = """
            <ceb:CEB607Message xmlns:ceb="u"><ceb:BaseTransfer><ceb:dxpId>D</ceb:dxpId></ceb:BaseTransfer>
            </ceb:CEB607Message>
            """
        #expect(try Reading.of(text, builtIn("ceb")).rejections.map(\.kind) == ["no-business-node"])
    }
}
