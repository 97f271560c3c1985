import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// A container is asked in the place of its parcels, and a last-mile number not before its leg begins.
struct QuietNumbersTests {
    private static let train = Subject(.train, .train, "X8157@2026-11-20")
    private static let bag = Subject(.bag, .number, "BAG1")
    private static let parcels = (0..<20).map { Subject(.parcel, .number, "P\($0 + 100)") }

    private let lab: Lab
    private let plan: CarrierPlan

    init() throws {
        lab = try Lab(ScriptedFetcher(.text(#"{"events": []}"#)))
        plan = try Lab.plan(profile: Profiles.lab)
    }

    private func put(_ parcels: [Subject], in parent: Subject, and others: [ReportedLink] = []) throws {
        let links = parcels.map { ReportedLink(child: $0, parent: parent) } + others
        try lab.take([ReportedItem(position: "line 2", links: links)])
    }

    private func tell(
        _ milestone: Milestone, of subject: Subject = Lab.box, at place: String, hours: Int,
        id: String? = nil
    ) throws {
        let time = EventTime(lab.clock.now.advanced(by: .hours(hours)), offsetMinutes: 0)
        let event = ReportedEvent(
            subject: subject, milestone: milestone, rawCode: milestone.rawValue, time: time,
            place: PlaceReference(text: place), country: Places.corridor.place(code: place)?.country,
            load: subject.kind == .container ? .laden : nil, sourceID: id)
        try lab.take([ReportedItem(position: "$[0]", events: [event])], channel: .poll, source: "line-b")
    }

    @Test func ofAFollowedContainerThreeParcelsADayAreAskedAndTheContainerItself() async throws {
        try put(Self.parcels, in: Lab.box)
        try lab.watch([Lab.box] + Self.parcels)
        let poller = lab.poller(plan)
        #expect(try await poller.pass().requests == 4)
        #expect(lab.asked.contains(Lab.box.code))
        let today = Set(lab.asked)
        // The others are put off by some days, not all to the same moment, and do not look as if anybody had asked.
        let quiet = Self.parcels.filter { !today.contains($0.code) }
        #expect(quiet.count == 17)
        var moments: Set<Instant> = []
        for parcel in quiet {
            let poll = try #require(try lab.poll(of: parcel))
            let next = try #require(poll.nextCheckAt)
            #expect(next >= Instant.noon.advanced(by: .days(2)) && next < Instant.noon.advanced(by: .days(4)))
            #expect(poll.lastAttempt == nil && poll.answer == nil)
            moments.insert(next)
        }
        #expect(moments.count == quiet.count)
    }

    @Test func threeAreDrawnForAWholeDayAndOthersForTheNext() async throws {
        try put(Self.parcels, in: Lab.box)
        try lab.watch([Lab.box] + Self.parcels)
        var days: [Set<String>] = []
        for _ in 0..<6 {
            let before = lab.fetcher.requests.count
            _ = try await lab.poller(plan).pass()
            lab.clock.turn(by: .hours(1))
            // Another poller draws the same: nothing has to be remembered over a restart.
            _ = try await lab.poller(plan).pass()
            let today = Set(lab.asked.dropFirst(before)).subtracting([Lab.box.code])
            #expect(today.count == 3)
            days.append(today)
            lab.clock.turn(by: .hours(23))
        }
        #expect(Set(days).count > 3)
    }

    @Test func aParcelInABagInAFollowedContainerIsQuietToo() async throws {
        try put(Self.parcels, in: Self.bag, and: [ReportedLink(child: Self.bag, parent: Lab.box)])
        try lab.watch([Lab.box] + Self.parcels)
        #expect(try await lab.poller(plan).pass().requests == 4)
    }

    @Test func itIsEnoughThatAnotherCarrierIsAskedAboutTheContainer() async throws {
        try put(Self.parcels, in: Lab.box)
        try lab.watch([Lab.box], carrier: "line-b")
        try lab.watch(Self.parcels)
        #expect(try await lab.poller(plan).pass().requests == 3)
    }

    @Test func aContainerThatNobodyFollowsQuietensNobody() async throws {
        try put(Self.parcels, in: Lab.box)
        try lab.watch([Lab.box] + Self.parcels)
        try lab.watch([Lab.box], asks: false)
        #expect(try await lab.poller(plan).pass().requests == 20)
    }

    @Test func aParcelOutsideAnyContainerIsAsked() async throws {
        try put(Array(Self.parcels.prefix(10)), in: Lab.box)
        try lab.watch([Lab.box] + Self.parcels)
        #expect(try await lab.poller(plan).pass().requests == 1 + 3 + 10)
    }

    @Test func afterTheStripEveryParcelIsAskedAgain() async throws {
        try put(Self.parcels, in: Lab.box)
        try lab.watch([Lab.box] + Self.parcels)
        _ = try await lab.poller(plan).pass()
        try tell(.stripped, at: "DUI", hours: 20)
        let before = lab.fetcher.requests.count
        lab.clock.turn(by: .hours(26))
        _ = try await lab.poller(plan).pass()
        #expect(Set(lab.asked.dropFirst(before)).count == 21)
    }

    private static let courier = Subject(.parcel, .number, "CJ0815", issuer: "GLS")

    private func label() throws {
        let alias = ReportedAlias(subject: Self.parcels[0], alias: Self.courier, role: .lastMile)
        let country = ReportedFact(subject: Self.parcels[0], name: "country", value: "DE", unit: nil)
        try lab.take([
            ReportedItem(
                position: "line 2", links: [ReportedLink(child: Self.parcels[0], parent: Lab.box)], aliases: [alias],
                facts: [country])
        ])
        try lab.watch([Self.courier])
    }

    @Test func aLastMileNumberIsNotAskedWhileTheBoxIsOnTheWay() async throws {
        try label()
        try tell(.departed, at: "URH", hours: -24)
        try tell(.borderArrived, at: "ALK", hours: -2)
        #expect(try await lab.poller(plan).pass().requests == 0)
        // Whether its box has come is looked at as often as the settings want their carrier asked.
        let interval = try #require(plan.interval)
        #expect(try lab.poll(of: Self.courier)?.nextCheckAt == Instant.noon.advanced(by: interval))
    }

    @Test(arguments: [Milestone.arrived, .discharged, .stripped])
    func aLastMileNumberIsAskedFromTheArrivalOn(milestone: Milestone) async throws {
        try label()
        lab.clock.turn(by: .days(12))
        try tell(.departed, at: "URH", hours: -240)
        try tell(milestone, at: "DUI", hours: -1)
        #expect(try await lab.poller(plan).pass().requests == 1)
        #expect(lab.asked == [Self.courier.code])
    }

    @Test func aDischargeOnTheWayOpensNoLastMile() async throws {
        try label()
        lab.clock.turn(by: .days(12))
        try tell(.departed, at: "URH", hours: -240)
        try tell(.discharged, at: "MAA", hours: -1)
        #expect(try await lab.poller(plan).pass().requests == 0)
    }

    @Test func aLastMileNumberWithNewsOfItsOwnIsAsked() async throws {
        try label()
        try tell(.departed, at: "URH", hours: -24)
        try tell(.outForDelivery, of: Self.courier, at: "DUI", hours: -1)
        #expect(try await lab.poller(plan).pass().requests == 1)
    }

    /// Most boxes are told of by nobody; then the number is asked from when the box can have arrived.
    @Test func ofABoxThatNobodyTellsOfTheNumberIsAskedAWeekAfterItsTrainLeft() async throws {
        try label()
        let day = String(EventTime(lab.clock.now, offsetMinutes: 480).iso8601.prefix(10))
        let run = Subject(.train, .train, "X8157@\(day)")
        try lab.take([ReportedItem(position: "1", links: [ReportedLink(child: Lab.box, parent: run)])])
        #expect(try await lab.poller(plan).pass().requests == 0)
        lab.clock.turn(by: .days(6))
        #expect(try await lab.poller(plan).pass().requests == 0)
        lab.clock.turn(by: .days(3))
        #expect(try await lab.poller(plan).pass().requests == 1)
    }

    @Test func aLastMileNumberOfAParcelWithoutAContainerIsAsked() async throws {
        let alias = ReportedAlias(subject: Self.parcels[0], alias: Self.courier, role: .lastMile)
        try lab.take([ReportedItem(position: "line 2", aliases: [alias])])
        try lab.watch([Self.courier])
        #expect(try await lab.poller(plan).pass().requests == 1)
    }
}

struct DailyDrawTests {
    private static let many = (0..<300).map { Subject(.parcel, .number, "P\($0)") }

    @Test func everyoneIsDrawnAboutEquallyOften() {
        var counts: [Subject: Int] = [:]
        for day in 0..<400 {
            for subject in DailyDraw.draw(3, of: Self.many, salt: "box", day: day) { counts[subject, default: 0] += 1 }
        }
        // 4 times each on average; a draw that favours anybody shows at either end.
        #expect(counts.count > 280)
        #expect((counts.values.max() ?? 0) < 20)
    }

    @Test func anotherOrderDrawsTheSame() {
        let drawn = DailyDraw.draw(3, of: Self.many, salt: "box", day: 5)
        #expect(DailyDraw.draw(3, of: Self.many.reversed(), salt: "box", day: 5) == drawn)
        #expect(DailyDraw.draw(3, of: Self.many, salt: "other", day: 5) != drawn)
        #expect(DailyDraw.draw(3, of: Array(Self.many.prefix(2)), salt: "box", day: 5).count == 2)
    }
}
