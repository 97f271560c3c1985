import Store
import Testing
import Tracking

struct LongDeliveryTests {
    private func items(_ range: Range<Int>) -> [ReportedItem] {
        range.map { index in
            let parcel = Subject(.parcel, .number, "P\(index)")
            return Sample.item(links: [ReportedLink(child: parcel, parent: Sample.container)])
        }
    }

    private func parents(_ shelf: Shelf, of code: String) throws -> Int {
        try StoreReader(path: shelf.path).read { session in
            guard let stored = try session.stored(Subject(.parcel, .number, code)) else { return 0 }
            return try session.dossier(of: stored).links.count
        }
    }

    @Test func readersIgnoreALongMessageUntilItIsComplete() throws {
        let shelf = try Shelf()
        let message = Sample.message("long", channel: .file)
        let long = try shelf.writer.begin(message)
        try long.append(Report(items: items(0..<10)))
        #expect(try parents(shelf, of: "P3") == 0)
        #expect(try StoreReader(path: shelf.path).read { try $0.status(now: Sample.instant(1)) }.incomplete.count == 1)
        try long.append(Report(items: items(10..<20)))
        let receipt = try long.complete(body: message.body)
        #expect(receipt.accounting == Accounting(items: 20, mapped: 20))
        #expect(receipt.links == 20)
        #expect(try parents(shelf, of: "P3") == 1)
    }

    @Test func aLongMessageThatWasCutShortIsTakenUpByBringingItAgain() throws {
        let shelf = try Shelf()
        let message = Sample.message("long", channel: .file)
        try shelf.writer.begin(message).append(Report(items: items(0..<10)))
        let again = try shelf.writer.begin(message)
        try again.append(Report(items: items(0..<20)))
        _ = try again.complete(body: message.body)
        #expect(try parents(shelf, of: "P3") == 1)
        #expect(try parents(shelf, of: "P15") == 1)
        let digest = try shelf.digest()
        let third = try shelf.writer.begin(message)
        try third.append(Report(items: items(0..<20)))
        #expect(try third.complete(body: message.body).accounting == Accounting(items: 20, duplicate: 20))
        #expect(try shelf.digest() == digest)
    }
}
