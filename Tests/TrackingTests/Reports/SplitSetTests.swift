import Testing
import Tracking

/// Whether a split filing is whole can be told, or it is said that it cannot.
struct SplitSetTests {
    private func sets(_ names: [String], value: String = "here") -> [SplitSet] {
        SplitSet.all(
            in: names.map { name in
                Fact(
                    subject: Subject(.consignment, .number, "B1"), name: name, value: value, source: "ceb",
                    message: MessageID(rawValue: 1), recordedAt: Instant(seconds: 0))
            })
    }

    @Test(arguments: [
        (["9/9"], 9, [9], [1, 2, 3, 4, 5, 6, 7, 8]), (["1/2", "2/2"], 2, [1, 2], []), (["2/2", "2/2"], 2, [2], [1]),
        (["1/2", "2/3"], nil, [1, 2], nil), (["1/2", "?"], nil, [1], nil), (["3/2"], nil, [], nil),
        (["0/2"], nil, [], nil),
        (["1/999999999999"], nil, [], nil), (["1/1000000"], nil, [], nil),
    ])
    func aSetIsWholeLackingOrDoubtful(parts: [String], count: Int?, here: [Int], missing: [Int]?) {
        let found = sets(parts.map { "part:607:COP1:\($0)" })
        #expect(found == [SplitSet(message: "607", number: "COP1", count: count, parts: here)])
        #expect(found.first?.missing == missing)
    }

    @Test func setsAreToldApartByMessageAndNumber() {
        let found = sets(["part:607:A:1/2", "part:607:B:2/2", "part:509:A:1/3", "weight_kg", "part:607:A"])
        #expect(found.map { "\($0.message) \($0.number) \($0.parts)" } == ["509 A [1]", "607 A [1]", "607 B [2]"])
    }

    @Test func aWithdrawnPartIsNotHere() {
        #expect(sets(["part:607:A:1/2"], value: "withdrawn").isEmpty)
    }
}
