import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct DCSACarrierTests {
    @Test(arguments: DCSAVersion.allCases, [1, 3, 7, 100])
    func givesEveryVisibleEventOnOnePageOnly(version: DCSAVersion, limit: Int) throws {
        let fixture = try CarrierFixture()
        fixture.clock.advance(by: .days(45))
        let container = fixture.world.trips[0].number
        let pages = try fixture.pages(version, container, limit: limit)
        let ids = pages.flatMap { $0 }.compactMap { $0["eventID"] as? String }
        let publications = try #require(fixture.carrier.publications(of: container))
        let visible = publications.listing(first: publications.count(at: fixture.clock.now), in: version)
        #expect(Set(ids) == Set(visible.map(\.id)))
        #expect(ids.count == visible.count && visible.count > 20)
        #expect(pages.dropLast().allSatisfy { $0.count == limit })
    }

    @Test func keepsPagesOfOneListingTogetherWhileTheClockGoesOn() throws {
        let fixture = try CarrierFixture()
        let container = fixture.world.trips[1].number
        fixture.clock.advance(by: .days(33))
        let before = try fixture.events(.v2, container).compactMap { $0["eventID"] as? String }
        let paged = try fixture.pages(.v2, container, limit: 2) { fixture.clock.advance(by: .days(2)) }
        #expect(before.count > 4)
        #expect(paged.flatMap { $0 }.compactMap { $0["eventID"] as? String } == before)
    }

    @Test func hidesTheFuture() throws {
        let fixture = try CarrierFixture(World(seed: 3))
        let trip = try #require(fixture.world.trips.first { !$0.isReused })
        var sizes: [Int] = []
        for _ in 0..<60 {
            fixture.clock.advance(by: .days(1))
            let events = try fixture.events(.v2, trip.number)
            for event in events {
                let published = try Instant(timestamp: #require(event["eventCreatedDateTime"] as? String))
                #expect(published <= fixture.clock.now)
                let happened = try Instant(timestamp: #require(event["eventDateTime"] as? String))
                #expect(event["eventClassifierCode"] as? String != "ACT" || happened <= fixture.clock.now)
            }
            sizes.append(events.count)
        }
        #expect(sizes == sizes.sorted() && sizes[0] == 0 && Set(sizes).count > 8)
    }

    @Test func tellsWhatItKnowsInTheEndAboutEveryStation() throws {
        let fixture = try CarrierFixture(habits: .perfect)
        fixture.clock.advance(by: .days(90))
        for trip in fixture.world.trips {
            let events = try fixture.events(.v2, trip.number).filter { $0["eventClassifierCode"] as? String == "ACT" }
            let told = Set(
                try events.map { event in
                    let at = try Instant(timestamp: #require(event["eventDateTime"] as? String))
                    let call = event["transportCall"] as? [String: Any]
                    let code = event["equipmentEventTypeCode"] ?? event["transportEventTypeCode"]
                    return "\(at.milliseconds) \(call?["UNLocationCode"] ?? "") \(code ?? "")"
                })
            let truth = Set(
                (trip.events + trip.otherUse).compactMap { event in
                    DCSACode(event.milestone).map {
                        "\(event.at.milliseconds) \(event.station?.unlocode ?? "") \($0.typeCode)"
                    }
                })
            #expect(told == truth)
        }
    }

    @Test func plansTheDepartureAndEstimatesTheArrivalBeforehand() throws {
        let fixture = try CarrierFixture()
        let trip = try #require(fixture.world.trips.first { $0.fate == .asListed })
        fixture.clock.set(try #require(trip.first(.borderDeparted, at: .dostyk)).at.advanced(by: .days(2)))
        let events = try fixture.events(.v2, trip.number)
        let classes = events.map { "\($0["eventClassifierCode"] ?? "") \($0["transportEventTypeCode"] ?? "")" }
        #expect(classes.contains("PLN DEPA") && classes.contains("PLN ARRI") && classes.contains("EST ARRI"))
        #expect(!classes.contains("PLN "))
    }

    @Test func plansARolledBoxAnewUnderTheSameID() throws {
        let fixture = try CarrierFixture(habits: .perfect)
        let trip = try #require(fixture.world.trips.first { $0.fate.isRolled })
        func plan() throws -> (id: String, train: String)? {
            let event = try fixture.events(.v2, trip.number).first {
                $0["eventClassifierCode"] as? String == "PLN" && $0["transportEventTypeCode"] as? String == "DEPA"
            }
            let call = event?["transportCall"] as? [String: Any]
            guard let id = event?["eventID"] as? String, let train = call?["exportVoyageNumber"] as? String else {
                return nil
            }
            return (id, train)
        }
        fixture.clock.set(fixture.world.trains[0].departure)
        let before = try #require(try plan())
        fixture.clock.advance(by: .hours(5))
        let after = try #require(try plan())
        #expect(before.id == after.id)
        #expect([before.train, after.train] == fixture.world.trains.map(\.number))
    }

    @Test func correctsTimesUnderTheSameID() throws {
        var habits = CarrierHabits()
        habits.correctedShare = 1
        let fixture = try CarrierFixture(habits: habits)
        let trip = fixture.world.trips[1]
        fixture.clock.set(try #require(trip.first(.stuffed)).at.advanced(by: .days(90)))
        let last = try fixture.events(.v2, trip.number)
        let publications = try #require(fixture.carrier.publications(of: trip.number))
        let earlier = publications.listing(first: publications.count(at: trip.events[4].at), in: .v2)
        #expect(!earlier.isEmpty)
        var moved = 0
        for record in earlier where record.classifier == .actual {
            let event = try #require(last.first { $0["eventID"] as? String == record.id })
            let published = try Instant(timestamp: #require(event["eventCreatedDateTime"] as? String))
            let at = try Instant(timestamp: #require(event["eventDateTime"] as? String))
            if published > record.publishedAt && at != record.event.at { moved += 1 }
            #expect((trip.events + trip.otherUse).contains { $0.at == at })
        }
        #expect(moved > 0)
    }

    @Test func withdrawsEventsInVersion3Only() throws {
        var habits = CarrierHabits()
        habits.retractedShare = 1
        let fixture = try CarrierFixture(habits: habits)
        fixture.clock.advance(by: .days(90))
        for trip in fixture.world.trips {
            let withdrawn = try fixture.events(.v3, trip.number).filter { $0["isRetracted"] as? Bool == true }
            #expect(withdrawn.count == 1)
            let id = try #require(withdrawn.first?["eventID"] as? String)
            #expect(try !fixture.events(.v2, trip.number).contains { $0["eventID"] as? String == id })
        }
    }

    @Test func usesCodesOfItsOwnNowAndThen() throws {
        var habits = CarrierHabits()
        habits.unknownCodeShare = 1
        let fixture = try CarrierFixture(habits: habits)
        fixture.clock.advance(by: .days(90))
        let known = Set(["STUF", "GTIN", "LOAD", "DISC", "GTOT", "STRP", "INSP"])
        let codes = try fixture.events(.v2, fixture.world.trips[0].number).compactMap {
            $0["equipmentEventTypeCode"] as? String
        }
        #expect(codes.filter { !known.contains($0) }.count == 1)
    }

    @Test(arguments: DCSAVersion.allCases)
    func answersAnUnknownContainerWithAnEmptyList(version: DCSAVersion) throws {
        let answer = try CarrierFixture().ask("/\(version.rawValue)/events?equipmentReference=MSKU9070323")
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == (version == .v2 ? "[]" : #"{"events":[]}"#))
    }

    @Test func shapesTheVersionsAsDCSADoes() throws {
        let fixture = try CarrierFixture(habits: .perfect)
        let trip = fixture.world.trips[0]
        fixture.clock.set(try #require(trip.first(.departed, at: .urumqi)).at)
        let second = try #require(
            try fixture.events(.v2, trip.number).first {
                $0["transportEventTypeCode"] as? String == "DEPA" && $0["eventClassifierCode"] as? String == "ACT"
            })
        let reference = try #require((second["references"] as? [[String: String]])?.first)
        #expect(reference == ["referenceType": "EQ", "referenceValue": trip.number])
        #expect((second["transportCall"] as? [String: Any])?["modeOfTransport"] as? String == "RAIL")
        #expect((second["eventDateTime"] as? String)?.hasSuffix("+08:00") == true)
        let third = try #require(
            try fixture.events(.v3, trip.number).last {
                ($0["eventClassification"] as? [String: Any])?["equipmentEventTypeCode"] as? String == "LOAD"
            })
        #expect((third["equipmentDetails"] as? [String: Any])?["equipmentReference"] as? String == trip.number)
        let call = (third["transportDetails"] as? [String: Any])?["transportCall"] as? [String: Any]
        let train = (call?["railTransport"] as? [String: Any])?["railServiceReference"] as? String
        #expect(train == fixture.world.trains[trip.leftOn].number)
    }

    @Test func tellsEmptyFromLaden() throws {
        let fixture = try CarrierFixture(habits: .perfect)
        let trip = fixture.world.trips[0]
        fixture.clock.set(try #require(trip.first(.gatedIn)).at)
        let events = try fixture.events(.v2, trip.number).filter { $0["eventType"] as? String == "EQUIPMENT" }.suffix(3)
        #expect(events.map { $0["equipmentEventTypeCode"] as? String } == ["GTOT", "STUF", "GTIN"])
        #expect(events.map { $0["emptyIndicatorCode"] as? String } == ["EMPTY", "LADEN", "LADEN"])
        #expect(events.allSatisfy { $0["equipmentReference"] as? String == trip.number })
    }
}
