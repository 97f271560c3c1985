import Foundation
import Testing
import Tracking

@testable import CarrierSimulator

/// The papers of a simulated train: customs messages and the dispatcher's table.
@Suite struct PapersTests {
    private let world = World.demo()

    private func text(_ kind: String, until: Instant = Instant(milliseconds: .max)) -> String {
        let files = CustomsWriter(until: until).files(of: world.trains[0], in: world)
        return files.filter { $0.name.hasPrefix("CEB\(kind)") }.map { String(decoding: $0.body, as: UTF8.self) }
            .joined()
    }

    private func count(_ element: String, in text: String) -> Int {
        text.components(separatedBy: "<ceb:\(element)>").count - 1
    }

    @Test func everyParcelHasItsPapers() {
        #expect(count("Logistics", in: text("505")) == 40)
        #expect(count("Inventory", in: text("603")) == 40)
        #expect(count("InventoryReturn", in: text("604")) == 80)
        #expect(count("WayBill", in: text("607")) == 4)
        #expect(count("WayBillList", in: text("607")) == 40)
        #expect(count("DepartureList", in: text("509")) == 40)
    }

    @Test func everyParcelIsDeclaredOnAListOfItsOwn() {
        let lists = Set(world.listed(on: world.trains[0]).flatMap { $0.bags() }.flatMap(\.parcels).map(\.customsList))
        #expect(lists.count == 40)
        #expect(lists.allSatisfy { $0.wholeMatch(of: /9400\d{4}E\d{9,11}/) != nil })
    }

    @Test func nothingIsToldBeforeItHappened() throws {
        let left = try #require(
            world.listed(on: world.trains[0]).compactMap { $0.first(.borderDeparted) }.min { $0.at < $1.at })
        #expect(text("509", until: left.at.advanced(by: .seconds(-1))).isEmpty)
        #expect(count("Departure", in: text("509", until: left.at)) >= 1)
        let table = TracingWriter(at: world.trains[0].departure.advanced(by: .seconds(-1)))
        let cells = table.rows(of: world.trains[0], in: world).flatMap { $0[4...9] }
        #expect(cells.allSatisfy { $0 == "/" })
    }

    @Test func theTableHasACellForEveryColumn() {
        let rows = TracingWriter(at: Instant(milliseconds: .max)).rows(of: world.trains[0], in: world)
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0.count == TracingWriter.header.count })
        #expect(rows.allSatisfy { $0[4].wholeMatch(of: /\d{1,2}\/\d{1,2}/) != nil })
    }
}
