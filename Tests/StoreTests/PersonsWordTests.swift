import Store
import TestSupport
import Testing
import Tracking

/// What people say, deny and take back.
struct PersonsWordTests {
    private static func said(_ text: String, by person: String = "agent", at hour: Int) -> Message {
        Sample.message("\(text) \(hour)", source: person, channel: .person, at: Sample.instant(hour))
    }

    private static func retraction(of event: ReportedEvent, told source: String) -> ReportedItem {
        ReportedItem(position: "line 1", retractions: [ReportedRetraction(key: event.key(source: source))])
    }

    @Test func takingBackWhatWasRecordedLeavesTheStateOfBefore() throws {
        let shelf = try Shelf()
        try shelf.take(Sample.message("papers"), [Sample.item([Sample.event(1)])])
        let before = try shelf.digest()
        let event = Sample.event(5, code: "departed", milestone: .departed)
        try shelf.take(Self.said("record", at: 6), [Sample.item([event])])
        #expect(try shelf.digest() != before)
        try shelf.take(Self.said("retract", by: "boss", at: 7), [Self.retraction(of: event, told: "agent")])
        #expect(try shelf.digest() == before)
        #expect(try shelf.events(asOf: Sample.instant(6)).count == 2, "then it was believed")
        try shelf.take(Self.said("record again", at: 8), [Sample.item([event])])
        #expect(try shelf.events().count == 2, "recording it again brings it back")
        #expect(try shelf.events(asOf: Sample.instant(7)).count == 1)
    }

    @Test(arguments: [nil, "e1"] as [String?])
    func whatACarrierTellsAgainStaysTakenBackUntilItIsCorrected(id: String?) throws {
        let shelf = try Shelf()
        let event = Sample.event(1, id: id)
        try shelf.take(Sample.message("first"), [Sample.item([event])])
        try shelf.take(Self.said("retract", at: 2), [Self.retraction(of: event, told: "line-a")])
        #expect(try shelf.events().isEmpty)
        try shelf.take(Sample.message("second", at: Sample.instant(3)), [Sample.item([event])])
        #expect(try shelf.events().isEmpty, "the very same event")
        try shelf.take(Sample.message("third", at: Sample.instant(4)), [Sample.item([Sample.event(2, id: id)])])
        #expect(try shelf.events().count == 1, "another time is another claim")
    }

    @Test func aRetractionThatComesFirstHoldsToo() throws {
        let shelf = try Shelf()
        let event = Sample.event(1)
        try shelf.take(Self.said("retract", at: 2), [Self.retraction(of: event, told: "line-a")])
        try shelf.take(Sample.message("first"), [Sample.item([event])])
        #expect(try shelf.events().isEmpty)
    }

    @Test(arguments: 0..<40)
    func ofWhatPeopleSayOfAPairTheLatestHoldsInWhateverOrderItComes(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let until = EventTime(Sample.instant(99), offsetMinutes: 480)
        let messages: [(Message, [ReportedItem])] = (1...6).map { hour in
            let isDenied = Bool.random(using: &random)
            let link = ReportedLink(
                child: Sample.parcel, parent: Sample.container, until: isDenied || hour % 2 == 0 ? nil : until,
                basis: .byHand, isDenied: isDenied)
            let alias = ReportedAlias(
                subject: Sample.parcel, alias: Subject(.parcel, .number, "SO-1"), role: .order,
                byHand: Bool.random(using: &random))
            let person = ["agent", "boss"].randomElement(using: &random) ?? "agent"
            let item = ReportedItem(position: "line 1", links: [link], aliases: [alias])
            return (Self.said("\(item)", by: person, at: hour), [item])
        }
        let first = try Shelf()
        for (message, items) in messages { try first.take(message, items) }
        let second = try Shelf()
        for (message, items) in (messages + messages).shuffled(using: &random) { try second.take(message, items) }
        let denied = messages.last?.1.first?.links.first?.isDenied ?? false
        for shelf in [first, second] {
            let links = try shelf.links(of: Sample.parcel)
            #expect(links.count == 1)
            #expect(links.first?.isDenial == denied)
        }
    }

    @Test func aDeniedLinkCountsForNothingNowAndWhenThePaperComesAgain() throws {
        let shelf = try Shelf()
        let paper = ReportedLink(child: Sample.parcel, parent: Sample.container)
        let denial = ReportedLink(child: Sample.parcel, parent: Sample.container, basis: .byHand, isDenied: true)
        try shelf.take(Sample.message("paper", source: "manifest", channel: .file), [Sample.item(links: [paper])])
        try shelf.take(Self.said("unlink", at: 2), [Sample.item(links: [denial])])
        let later = Sample.message("paper 2", source: "manifest", channel: .file, at: Sample.instant(3))
        try shelf.take(later, [Sample.item(links: [paper])])
        #expect(try contents(shelf) == [0, 0])
        #expect(try contents(shelf, asOf: Sample.instant(1)) == [1, 1])
        let link = ReportedLink(child: Sample.parcel, parent: Sample.container, basis: .byHand)
        try shelf.take(Self.said("link", by: "boss", at: 4), [Sample.item(links: [link])])
        #expect(try contents(shelf) == [1, 1], "the later word holds")
        #expect(try contents(shelf, asOf: Sample.instant(3)) == [0, 0])
    }

    @Test func aDeniedAliasIsNoAliasWhoeverClaimsIt() throws {
        let shelf = try Shelf()
        let order = Subject(.parcel, .number, "SO-1")
        let paper = ReportedAlias(subject: Sample.parcel, alias: order, role: .order)
        let denial = ReportedAlias(subject: Sample.parcel, alias: order, role: .order, byHand: false)
        let item = { ReportedItem(position: "line 1", aliases: [$0]) }
        try shelf.take(Sample.message("paper", source: "manifest", channel: .file), [item(paper)])
        try shelf.take(Self.said("unlink", at: 2), [item(denial)])
        #expect(try aliases(shelf).isEmpty)
        #expect(try aliases(shelf, asOf: Sample.instant(1)).count == 1)
    }

    /// Parcels in the container by its children, and by its contents at any depth.
    private func contents(_ shelf: Shelf, asOf: Instant? = nil) throws -> [Int] {
        try StoreReader(path: shelf.path).read(asOf: asOf) { session in
            guard let stored = try session.stored(Sample.container) else { return [] }
            return [try session.children(of: stored).count, try session.contents(of: stored)[.parcel] ?? 0]
        }
    }

    private func aliases(_ shelf: Shelf, asOf: Instant? = nil) throws -> [Alias] {
        try StoreReader(path: shelf.path).read(asOf: asOf) { session in
            try session.stored(Sample.parcel).map { try session.aliases(of: $0) } ?? []
        }
    }
}
