import Store
import Testing
import Tracking

struct EventIdentityTests {
    @Test func duplicatePollAddsNothing() throws {
        let shelf = try Shelf()
        let message = Sample.message("[1]")
        #expect(try shelf.take(message, [Sample.item([Sample.event(1)])]).isNews)
        let digest = try shelf.digest()
        var later = message
        later.receivedAt = Sample.instant(5)
        let receipt = try shelf.take(later, [Sample.item([Sample.event(1)])])
        #expect(receipt.message == nil)
        #expect(receipt.accounting == Accounting(items: 1, duplicate: 1))
        #expect(try shelf.digest() == digest)
        #expect(try shelf.events().count == 1)
    }

    @Test func rewordedEventIsNotASecondEvent() throws {
        let shelf = try Shelf()
        try shelf.take(Sample.message("[1]"), [Sample.item([Sample.event(1, text: "Loaded on wagon")])])
        let again = Sample.message("[2]", at: Sample.instant(2))
        let receipt = try shelf.take(again, [Sample.item([Sample.event(1, text: "Container loaded")])])
        #expect(receipt.accounting.duplicate == 1)
        #expect(try shelf.events().count == 1)
    }

    @Test func sameEventIDWithMovedTimeIsOneEventWithAPast() throws {
        let shelf = try Shelf()
        try shelf.take(
            Sample.message("[1]", at: Sample.instant(1)),
            [Sample.item([Sample.event(1, id: "e1", version: "1")])])
        try shelf.take(
            Sample.message("[2]", at: Sample.instant(9)),
            [Sample.item([Sample.event(3, id: "e1", version: "2")])])
        #expect(try shelf.events().map(\.time.instant) == [Sample.instant(3)])
        #expect(try shelf.events(asOf: Sample.instant(5)).map(\.time.instant) == [Sample.instant(1)])
    }

    @Test func anOlderVersionThatComesLateStaysInThePast() throws {
        let shelf = try Shelf()
        try shelf.take(
            Sample.message("[2]", at: Sample.instant(9)),
            [Sample.item([Sample.event(3, id: "e1", version: "2")])])
        let receipt = try shelf.take(
            Sample.message("[1]", at: Sample.instant(10)),
            [Sample.item([Sample.event(1, id: "e1", version: "1")])])
        #expect(receipt.accounting.mapped == 1)
        #expect(try shelf.events().map(\.time.instant) == [Sample.instant(3)])
    }

    @Test func anEmptyAnswerDeletesNothing() throws {
        let shelf = try Shelf()
        try shelf.take(Sample.message("[1]"), [Sample.item([Sample.event(1)])])
        try shelf.take(Sample.message("[]", at: Sample.instant(3)), [])
        #expect(try shelf.events().count == 1)
    }

    @Test(arguments: [false, true])
    func aRetractionHoldsInEitherOrder(retractionFirst: Bool) throws {
        let shelf = try Shelf()
        let told = (Sample.message("[1]", at: Sample.instant(1)), Sample.event(1, id: "e1", version: "1"))
        let taken = (
            Sample.message("[2]", at: Sample.instant(2)),
            Sample.event(1, id: "e1", version: "2", retracted: true)
        )
        for (message, event) in retractionFirst ? [taken, told] : [told, taken] {
            try shelf.take(message, [Sample.item([event])])
        }
        #expect(try shelf.events().isEmpty)
        try shelf.take(
            Sample.message("[3]", at: Sample.instant(3)),
            [Sample.item([Sample.event(4, id: "e1", version: "3")])])
        #expect(try shelf.events().map(\.time.instant) == [Sample.instant(4)])
    }

    @Test func unmappedCodeIsKeptAndListed() throws {
        let shelf = try Shelf()
        let receipt = try shelf.take(
            Sample.message("[1]"), [Sample.item([Sample.event(1, code: "EQUIPMENT.XXXX", milestone: .unmapped)])])
        #expect(receipt.accounting.unmapped == 1)
        let status = try StoreReader(path: shelf.path).read { try $0.status(now: Sample.instant(9)) }
        #expect(status.unmapped.map(\.rawCode) == ["EQUIPMENT.XXXX"])
        #expect(status.unmapped.map(\.count) == [1])
    }

    @Test func itemsAreAlwaysMappedDuplicateUnmappedOrRejected() throws {
        let shelf = try Shelf()
        let refused = RowProblem(kind: "bad-time", reason: "no such day")
        let receipt = try shelf.take(
            Sample.message("[1]"),
            [
                Sample.item([Sample.event(1)]), Sample.item([Sample.event(1)]), Sample.item(),
                Sample.item(problems: [refused]), Sample.item([Sample.event(2)], problems: [refused]),
            ])
        #expect(receipt.accounting == Accounting(items: 5, mapped: 2, duplicate: 1, unmapped: 1, rejected: 1))
        #expect(receipt.accounting.isBalanced)
    }
}
