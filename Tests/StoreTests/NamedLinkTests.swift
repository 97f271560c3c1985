import Store
import TestSupport
import Testing
import Tracking

/// Claims that carry the id of the event that makes them: they stand beside each other, and each is taken back alone.
struct NamedLinkTests {
    private static func claim(_ id: String, from: Int? = nil, until: Int? = nil, retracted: Bool = false)
        -> ReportedLink
    {
        let time = { (hour: Int) in EventTime(Sample.instant(hour), offsetMinutes: 480) }
        return ReportedLink(
            child: Sample.parcel, parent: Sample.container, from: from.map(time), until: until.map(time),
            basis: .observed, retracted: retracted, sourceID: id)
    }

    private func links(_ shelf: Shelf, asOf: Instant? = nil) throws -> [String] {
        try StoreReader(path: shelf.path).read(asOf: asOf) { session in
            guard let stored = try session.stored(Sample.parcel) else { return [] }
            return try session.dossier(of: stored).links.map { link in
                #expect(link.basis == .observed)
                let hour = { (time: EventTime?) in
                    time.map { String(($0.instant.milliseconds - Sample.instant(0).milliseconds) / 3_600_000) } ?? ""
                }
                return "\(hour(link.from))-\(hour(link.until))"
            }.sorted()
        }
    }

    @discardableResult
    private func take(_ shelf: Shelf, _ link: ReportedLink, at hour: Int) throws -> Receipt {
        let body = "\(link.sourceID ?? "") \(link.retracted) \(hour)"
        let message = Sample.message(body, source: "epcis", channel: .file, at: Sample.instant(hour))
        return try shelf.take(message, [Sample.item(links: [link])])
    }

    private static let stays = [
        claim("a", from: 1), claim("b", until: 5), claim("c", from: 7), claim("d", until: 9),
    ]

    @Test func twoStaysInOneContainerAreKeptInAnyOrder() throws {
        var digests: Set<String> = []
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<8 {
            let shelf = try Shelf()
            let order = (Self.stays + Self.stays).shuffled(using: &generator)
            for (hour, claim) in order.enumerated() { try take(shelf, claim, at: 10 + hour) }
            #expect(try links(shelf) == ["-5", "-9", "1-", "7-"])
            digests.insert(try StoreReader(path: shelf.path).read { try $0.digest() })
        }
        #expect(digests.count == 1)
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func aClaimTakenBackStaysAwayWhateverComesFirst(order: [Int]) throws {
        // The event is read twice, once long after it was taken back.
        let words = [(Self.stays[0], 1), (Self.claim("a", from: 1, retracted: true), 2), (Self.stays[0], 9)]
        let shelf = try Shelf()
        try take(shelf, Self.stays[2], at: 0)
        for index in order { try take(shelf, words[index].0, at: words[index].1) }
        #expect(try links(shelf) == ["7-"])
    }

    @Test func whatWasKnownBeforeIsStillToldAsOfThen() throws {
        let shelf = try Shelf()
        try take(shelf, Self.stays[0], at: 1)
        try take(shelf, Self.claim("a", from: 1, retracted: true), at: 2)
        #expect(try links(shelf).isEmpty)
        #expect(try links(shelf, asOf: Sample.instant(1)) == ["1-"])
        #expect(
            try take(shelf, Self.claim("a", from: 1, retracted: true), at: 3).accounting
                == Accounting(items: 1, duplicate: 1))
    }
}
