import Foundation
import Store
import TestSupport
import Testing
import Tracking

/// Links that were worked out: the difference alone is written, what was believed then is found again, and every paper
/// that comes later is a label.
struct InferredLinkTests {
    private let shelf: Shelf
    private let other = Subject(.container, Scheme(rawValue: "iso6346"), "MSCU6639870")
    private let bag = Subject(.bag, .number, "BAG-1")

    init() throws {
        shelf = try Shelf()
        try shelf.take(
            Sample.message("scans"),
            [
                Sample.item([Sample.event(1, code: "SORT", milestone: .sorted, subject: Sample.parcel)]),
                Sample.item([Sample.event(1), Sample.event(1, subject: other)]),
            ])
    }

    private func basis(_ hour: Int, knowing message: Int64 = 1) -> InferenceBasis {
        InferenceBasis(model: "test", message: MessageID(rawValue: message), now: Sample.instant(hour))
    }

    private func link(_ probability: Double, in parent: Subject = Sample.container, list: String = "L1") -> InferredLink
    {
        InferredLink(
            child: Sample.parcel, parent: parent, probability: probability,
            evidence: [
                LinkEvidence(kind: .sealing, bits: -1.5),
                LinkEvidence(kind: .customsList, bits: 9.25, text: "list \"\(list)\"\n"),
            ])
    }

    @discardableResult
    private func infer(_ links: [InferredLink], at hour: Int = 2, knowing message: Int64 = 1) throws -> InferenceChange
    {
        try shelf.writer.infer([InferenceOutcome(child: Sample.parcel, links: links)], basis(hour, knowing: message))
    }

    private func believed(asOf: Instant? = nil) throws -> [Link] {
        try StoreReader(path: shelf.path).read(asOf: asOf) { session in
            guard let stored = try session.stored(Sample.parcel) else { return [] }
            return try session.dossier(of: stored).links.filter { $0.basis == .inferred }
        }
    }

    private func texts(asOf: Instant? = nil) throws -> Set<String> {
        Set(try believed(asOf: asOf).map { "\($0.parent.code) \(Belief.text($0.probability))" })
    }

    @Test func aDossierTellsItWithItsEvidence() throws {
        let departure = Sample.instant(30)
        try shelf.writer.infer(
            [InferenceOutcome(child: Sample.parcel, links: [link(0.93)], departures: [Sample.container: departure])],
            basis(2))
        let found = try #require(try believed().first)
        #expect(found.probability == 0.93 && found.source == "caravan" && found.message == MessageID(rawValue: 1))
        #expect(found.recordedAt == Sample.instant(2) && found.departure == departure)
        #expect(
            found.evidence == [
                LinkEvidence(kind: .customsList, bits: 9.25, text: "list \"L1\"\n"),
                LinkEvidence(kind: .sealing, bits: -1.5),
            ], "the weightiest first")
    }

    /// Rows of what is believed, rows of what was, and links that stand.
    @Test(arguments: [
        (second: [0.93], change: InferenceChange(unchanged: 1)), ([0.9349], InferenceChange(unchanged: 1)),
        ([0.94], InferenceChange(added: 1, ended: 1)), ([], InferenceChange(ended: 1)),
        ([0.004], InferenceChange(ended: 1)), ([0.7, 0.2], InferenceChange(added: 2, ended: 1)),
    ])
    func onlyTheDifferenceIsWritten(_ row: (second: [Double], change: InferenceChange)) throws {
        #expect(try infer([link(0.93)]) == InferenceChange(added: 1))
        let parents = [Sample.container, other]
        let links = zip(row.second, parents).map { link($0, in: $1) }
        #expect(try infer(links, at: 3) == row.change)
        #expect(try infer(links, at: 4).added == 0, "the same again adds nothing")
        #expect(try infer(links, at: 4).ended == 0)
    }

    @Test func otherReasonsAreAnotherBelief() throws {
        try infer([link(0.93)])
        #expect(try infer([link(0.93, list: "L2")], at: 3) == InferenceChange(added: 1, ended: 1))
    }

    @Test func childrenThatWereNotConsideredKeepTheirLinks() throws {
        try infer([link(0.93)])
        try shelf.writer.infer([InferenceOutcome(child: bag, links: [])], basis(3))
        #expect(try texts() == ["MRKU9465770 0.93"])
    }

    @Test func whatWasBelievedThenIsFoundAgain() throws {
        try infer([link(0.5), link(0.4, in: other)], at: 2)
        try shelf.take(
            Sample.message("news", at: Sample.instant(3)), [Sample.item([Sample.event(2, code: "GTIN")])])
        try infer([link(0.97, in: other)], at: 5, knowing: 2)
        // By the same knowledge, with other rules.
        try infer([link(0.99, in: other)], at: 7, knowing: 2)
        let then = try (0...8).map { try texts(asOf: Sample.instant($0)) }
        #expect(then[0] == [] && then[1] == [], "before anything was worked out")
        for hour in 2...4 { #expect(then[hour] == ["MRKU9465770 0.50", "MSCU6639870 0.40"], "\(hour)") }
        #expect(then[5] == ["MSCU6639870 0.97"] && then[6] == ["MSCU6639870 0.97"])
        #expect(try then[7] == ["MSCU6639870 0.99"] && then[8] == texts())
    }

    @Test func theDigestKnowsNothingOfIt() throws {
        let before = try shelf.digest()
        try infer([link(0.93)])
        #expect(try shelf.digest() == before)
    }
}

extension InferredLinkTests {
    private func scores() throws -> [String] {
        try StoreReader(path: shelf.path).read { session in
            try session.inferenceScores().map { score in
                "\(Belief.text(score.probability)) \(score.isRight ? "right" : "wrong") \(score.parentKind.rawValue)"
            }
        }
        .sorted()
    }

    private func tell(_ links: [ReportedLink], at hour: Int = 6) throws {
        try shelf.take(Sample.message("paper \(hour)", at: Sample.instant(hour)), [Sample.item(links: links)])
    }

    @discardableResult
    private func settle() throws -> InferenceChange {
        try shelf.writer.settleInferences(basis(9, knowing: 2))
    }

    @Test func aLaterPaperEndsAndScoresEveryCandidate() throws {
        try infer([link(0.6), link(0.3, in: other)])
        try tell([ReportedLink(child: Sample.parcel, parent: Sample.container)])
        #expect(try settle() == InferenceChange(ended: 2, scored: 2))
        #expect(try scores() == ["0.30 wrong container", "0.60 right container"])
        #expect(try believed() == [])
        #expect(try texts(asOf: Sample.instant(7)).count == 2, "it was believed until then")
        #expect(try settle() == InferenceChange(), "once")
    }

    @Test func aBagTellsOfItsParcelsAndTheyOfTheirBag() throws {
        try infer([link(0.9)])
        let ofBag = InferredLink(child: bag, parent: other, probability: 0.85, evidence: [])
        try shelf.writer.infer([InferenceOutcome(child: bag, links: [ofBag])], basis(2))
        try tell([
            ReportedLink(child: Sample.parcel, parent: bag), ReportedLink(child: bag, parent: Sample.container),
        ])
        try settle()
        #expect(try scores() == ["0.85 wrong container", "0.90 right container"])
    }

    @Test func aTrainIsJudgedByTheContainer() throws {
        try infer([link(0.97, in: Sample.train)])
        try tell([
            ReportedLink(child: Sample.parcel, parent: Sample.container),
            ReportedLink(child: Sample.container, parent: Sample.train),
        ])
        try settle()
        #expect(try scores() == ["0.97 right train"])
    }

    @Test func aPaperThatWasKnownThenIsNoLabel() throws {
        try tell([ReportedLink(child: Sample.parcel, parent: other)])
        try infer([link(0.9)], at: 7, knowing: 2)
        #expect(try settle() == InferenceChange())
        #expect(try scores() == [])
    }

    /// Something so sure stays as one side of a conflict, until a person or a scan decides.
    @Test(arguments: [(0.94, LinkBasis?.none, 0), (0.96, nil, 1), (0.96, .observed, 0), (0.96, .byHand, 0)])
    func aSureLinkStaysAgainstAPaperAlone(_ row: (probability: Double, basis: LinkBasis?, left: Int)) throws {
        try stays(row.probability, row.basis, nil, row.left)
    }

    /// The sender's id of the event makes no other kind of claim of it.
    @Test(arguments: [(LinkBasis?.none, 1), (.declared, 1), (.observed, 0)])
    func aClaimWithAnEventsIDCountsAsItsKind(_ row: (basis: LinkBasis?, left: Int)) throws {
        try stays(0.96, row.basis, "urn:uuid:1", row.left)
    }

    @Test(arguments: [nil, "urn:uuid:1"])
    func aPlanIsNoLabelAndClosesNothing(id: String?) throws {
        try infer([link(0.6)])
        try tell([ReportedLink(child: Sample.parcel, parent: other, basis: .planned, sourceID: id)])
        #expect(try settle() == InferenceChange())
        #expect(try shelf.writer.lookForOpenParcels().open == 1)
    }

    private func stays(_ probability: Double, _ basis: LinkBasis?, _ id: String?, _ left: Int) throws {
        try infer([link(probability)])
        try tell([ReportedLink(child: Sample.parcel, parent: other, basis: basis, sourceID: id)])
        let change = try settle()
        #expect(change.scored == 1)
        #expect(try believed().count == left)
        #expect(try settle().scored == 0, "a label counts once")
    }

    @Test func aPersonsDenialEndsIt() throws {
        try infer([link(0.6), link(0.3, in: other)])
        try tell([ReportedLink(child: Sample.parcel, parent: other, basis: .byHand, isDenied: true)])
        try settle()
        #expect(try scores() == ["0.30 wrong container"])
        #expect(try texts() == ["MRKU9465770 0.60"])
    }

    @Test func stretchesLeaveNobodyOut() throws {
        let many = (0..<9_001).map { number in
            let parcel = Subject(.parcel, .number, "P\(number)")
            return InferenceOutcome(
                child: parcel,
                links: [
                    InferredLink(child: parcel, parent: Sample.container, probability: 0.6, evidence: []),
                    InferredLink(child: parcel, parent: other, probability: 0.3, evidence: []),
                ])
        }
        #expect(try shelf.writer.infer(many, basis(2)).added == 18_002)
        #expect(try shelf.writer.infer(many, basis(3)) == InferenceChange(unchanged: 18_002))
        try tell(many.map { ReportedLink(child: $0.child, parent: other) })
        #expect(try settle() == InferenceChange(ended: 18_002, scored: 18_002))
    }
}
