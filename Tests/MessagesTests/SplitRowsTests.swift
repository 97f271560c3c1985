import TestSupport
import Testing
import Tracking

@testable import Messages

/// Rows that are told apart only where a table spreads one thing over several.
struct SplitRowsTests {
    private func profile(_ select: String) throws -> Profile {
        try Profile(
            yaml: """
                name: bags
                title: Bags
                reads: table
                columns: { parcel: [P], bag: [B], container: [C], note: [N] }
                shape: { any: [[parcel, bag]] }
                links:
                  - \(select)
                """, file: "bags.yaml")
    }

    private static let text = """
        "SELECT 'parcel' AS child_kind, :parcel AS child_code, 'bag' AS parent_kind, 'number' AS parent_scheme,
                 :container AS parent_code"
        """

    @Test func theRowsBeforeTheOneThatShowsItAreToldWithIt() throws {
        let profile = try profile("{needs: [parcel, bag, container], apart: [bag, container], select: \(Self.text)}")
        let reading = try Reading.of("P,B,C\nP1,B1,C1\nP2,B1,C1\nP3,B2,C1\nP4,B1,C2\nP5,B1,C1\nP6,B2,C1\n", profile)
        let links = reading.items.map { item in item.links.map { "\($0.child.code) \($0.parent.code)" } }
        #expect(links == [[], [], [], ["P1 C1", "P2 C1", "P4 C2"], ["P5 C1"], []])
    }

    @Test(arguments: [
        "{needs: [parcel, bag, container], apart: [bag], select: \(text)}",
        "{needs: [parcel, container], apart: [bag, container], select: \(text)}",
        "{needs: [bag, container], apart: [bag, container], select: \(text)}",
    ])
    func aSelectThatWouldNotSeeWhatItUsesIsAMistake(select: String) {
        #expect(throws: ProfileMistakes.self) { try profile(select) }
    }
}
