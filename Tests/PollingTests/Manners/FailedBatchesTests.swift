import Testing
import Tracking

@testable import Polling

struct FailedBatchesTests {
    private static func parcels(_ codes: String...) -> [Subject] { codes.map { Subject(.parcel, .number, $0) } }

    @Test func aBatchIsKnownAgainInAnyOrderAndOnlyAsTheWhole() {
        var batches = FailedBatches()
        batches.remember(Self.parcels("A", "B", "C"))
        #expect(batches.contains(Self.parcels("C", "A", "B")))
        #expect(!batches.contains(Self.parcels("A", "B")))
        #expect(!batches.contains(Self.parcels("A", "B", "C", "D")))
        #expect(!batches.contains(Self.parcels("A")))
        #expect(FailedBatches(hashes: batches.hashes).contains(Self.parcels("B", "C", "A")))
    }

    @Test func theSameTextOfAnotherIssuerIsAnotherNumber() {
        var batches = FailedBatches()
        batches.remember([Subject(.parcel, .number, "A", issuer: "x")])
        #expect(!batches.contains([Subject(.parcel, .number, "A", issuer: "y")]))
        #expect(!batches.contains([Subject(.bag, .number, "A", issuer: "x")]))
    }

    @Test func theOldestIsForgottenFirst() {
        var batches = FailedBatches()
        for index in 0...FailedBatches.most { batches.remember(Self.parcels("P\(index)")) }
        #expect(batches.hashes.count == FailedBatches.most)
        #expect(!batches.contains(Self.parcels("P0")) && batches.contains(Self.parcels("P1")))
        batches.forget(Self.parcels("P1"))
        #expect(!batches.contains(Self.parcels("P1")))
    }

    @Test func aSuspectIsNoReasonUntilItFailsAlone() {
        var batches = FailedBatches()
        let numbers = Self.parcels("A", "B")
        batches.suspect(numbers[0])
        #expect(batches.isSuspect(numbers[0]) && !batches.isSuspect(numbers[1]))
        #expect(!batches.contains([numbers[0]]))
        batches.remember([numbers[0]])
        batches.clear(numbers[0])
        #expect(!batches.isSuspect(numbers[0]) && batches.contains([numbers[0]]))
    }
}
