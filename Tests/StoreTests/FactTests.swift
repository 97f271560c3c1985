import Store
import TestSupport
import Testing
import Tracking

struct FactTests {
    private func facts(_ shelf: Shelf, asOf: Instant? = nil) throws -> [String] {
        try StoreReader(path: shelf.path).read(asOf: asOf) { session in
            guard let stored = try session.stored(Sample.parcel) else { return [] }
            return try session.facts(of: stored).map { "\($0.name)=\($0.value) \($0.unit ?? "")" }
        }
    }

    private func state(_ shelf: Shelf, _ hour: Int, _ pairs: [(String, String)]) throws {
        let facts = pairs.map { ReportedFact(subject: Sample.parcel, name: $0.0, value: $0.1, unit: "kg") }
        try shelf.take(Sample.message("\(hour) \(pairs)", at: Sample.instant(hour)), [Sample.item(facts: facts)])
    }

    @Test(arguments: ["0.42", "a \"b\" \\c", "\u{1}\u{1F}\n\t", "乌鲁木齐 Урумчи 🚂", "", "[1,\"2\"]", "\u{2028}"])
    func aValueComesBackAsItWasStated(value: String) throws {
        let shelf = try Shelf()
        try state(shelf, 1, [("weight_kg", value), ("note", value)])
        #expect(try facts(shelf) == ["note=\(value) kg", "weight_kg=\(value) kg"])
    }

    @Test func theLatestStatementOfANameHoldsWhateverStoodBesideIt() throws {
        let shelf = try Shelf()
        try state(shelf, 1, [("weight_kg", "1"), ("country", "DE")])
        try state(shelf, 2, [("weight_kg", "2")])
        #expect(try facts(shelf) == ["country=DE kg", "weight_kg=2 kg"])
        try state(shelf, 3, [("weight_kg", "3"), ("country", "NL")])
        #expect(try facts(shelf) == ["country=NL kg", "weight_kg=3 kg"])
        #expect(try facts(shelf, asOf: Sample.instant(2)) == ["country=DE kg", "weight_kg=2 kg"])
    }
}
