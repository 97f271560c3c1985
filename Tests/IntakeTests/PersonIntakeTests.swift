import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

struct PersonIntakeTests {
    private static func wish(_ word: String, code: String = "MRKU9465770", at: String = "08:00") -> String {
        #"{"\#(word)": {"kind": "container", "scheme": "iso6346", "code": "\#(code)", "carrier": "line-a", "at": "\#(at)"}}"#
    }

    @Test func watchAndUnwatchAndWatchAgainHoldEachInTurn() async throws {
        let bench = try Bench()
        let watched = try bench.persons.take(Self.wish("watch"), person: "dispatcher", at: Bench.now)
        #expect(watched.accounting == Accounting(items: 1, mapped: 1))
        #expect(try await bench.asked() == ["MRKU9465770"])
        _ = try bench.persons.take(Self.wish("unwatch", at: "09:00"), person: "dispatcher", at: Bench.now)
        #expect(try await bench.asked().isEmpty)
        _ = try bench.persons.take(Self.wish("watch", at: "10:00"), person: "dispatcher", at: Bench.now)
        #expect(try await bench.asked() == ["MRKU9465770"])
    }

    @Test func theSameWordsAgainAreHeardAgain() async throws {
        let bench = try Bench()
        for word in ["watch", "unwatch", "watch", "unwatch"] {
            _ = try bench.persons.take(Self.wish(word), person: "dispatcher", at: Bench.now)
            #expect(try await bench.asked() == (word == "watch" ? ["MRKU9465770"] : []), "\(word)")
        }
    }

    @Test func aWishIsAMessageOfThePerson() throws {
        let bench = try Bench()
        let receipt = try bench.persons.take(Self.wish("watch"), person: "dispatcher", at: Bench.now)
        #expect(receipt.message != nil)
        #expect(try bench.status().messages == 1)
    }

    @Test func severalWishesAreOneMessage() async throws {
        let bench = try Bench()
        let lines = [Self.wish("watch"), Self.wish("watch", code: "MSCU6639870")].joined(separator: "\n")
        let receipt = try bench.persons.take(lines, person: "dispatcher", at: Bench.now)
        #expect(receipt.accounting == Accounting(items: 2, mapped: 2))
        #expect(try await bench.asked().sorted() == ["MRKU9465770", "MSCU6639870"])
        #expect(try bench.status().messages == 1)
    }

    @Test func aSentenceThatCannotBeReadChangesNothing() async throws {
        let bench = try Bench()
        #expect(throws: ReadFailure.self) {
            try bench.persons.take("watch MRKU9465770", person: "dispatcher", at: Bench.now)
        }
        #expect(try await bench.asked().isEmpty)
        #expect(try bench.status().messages == 0)
    }
}
