import Store
import TestSupport
import Testing
import Tracking

/// A source takes back what it claimed itself, and nobody else's claim.
struct LinkRetractionTests {
    private let claim = ReportedLink(child: Sample.parcel, parent: Sample.container)
    private var denial: ReportedLink {
        ReportedLink(child: Sample.parcel, parent: Sample.container, retracted: true)
    }

    private func links(_ shelf: Shelf, asOf: Instant? = nil) throws -> [String] {
        try StoreReader(path: shelf.path).read(asOf: asOf) { session in
            guard let stored = try session.stored(Sample.parcel) else { return [] }
            return try session.dossier(of: stored).links.map(\.source)
        }
    }

    private func take(_ shelf: Shelf, _ link: ReportedLink, at hour: Int, source: String = "ceb") throws -> Receipt {
        let body = "\(link.retracted) \(hour)"
        let message = Sample.message(body, source: source, channel: .file, at: Sample.instant(hour))
        return try shelf.take(message, [Sample.item(links: [link])])
    }

    @Test func aClaimTakenBackIsGoneAndWasKnownBefore() throws {
        let shelf = try Shelf()
        _ = try take(shelf, claim, at: 1)
        _ = try take(shelf, denial, at: 2)
        #expect(try links(shelf).isEmpty)
        #expect(try links(shelf, asOf: Sample.instant(1)) == ["ceb"])
    }

    @Test func anotherSourcesClaimStays() throws {
        let shelf = try Shelf()
        _ = try take(shelf, claim, at: 1)
        _ = try take(shelf, claim, at: 1, source: "manifest")
        _ = try take(shelf, denial, at: 2)
        #expect(try links(shelf) == ["manifest"])
    }

    @Test(arguments: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]])
    func whateverComesFirstTheLatestWordHolds(order: [Int]) throws {
        for (words, isLive) in [([claim, denial, claim], true), ([denial, claim, denial], false)] {
            let shelf = try Shelf()
            for hour in order { _ = try take(shelf, words[hour - 1], at: hour) }
            #expect(try links(shelf).isEmpty != isLive, "\(order)")
        }
    }

    @Test func theSameAgainIsNoNews() throws {
        let shelf = try Shelf()
        for _ in 0..<2 {
            _ = try take(shelf, claim, at: 1)
            _ = try take(shelf, denial, at: 2)
        }
        #expect(try take(shelf, claim, at: 1).accounting == Accounting(items: 1, duplicate: 1))
        #expect(try take(shelf, denial, at: 2).accounting == Accounting(items: 1, duplicate: 1))
        #expect(try links(shelf).isEmpty)
    }
}
