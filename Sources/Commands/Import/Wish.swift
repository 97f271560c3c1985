import Foundation
import Intake
import Store
import Terminal
import Tracking

/// A person's wish to have a carrier asked, or no longer, told as the message that it is.
struct Wish {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func tell(_ subjects: [Subject], carrier: String, asks: Bool) throws {
        let now = workplace.now
        let lines = subjects.map { subject in
            let number: JSONValue = [
                "kind": .string(subject.kind.rawValue), "scheme": .string(subject.scheme.rawValue),
                "issuer": .string(subject.identifier.issuer), "code": .string(subject.code),
                "carrier": .string(carrier), "at": .string(now.iso8601UTC),
            ]
            return JSONValue.object([JSONMember(asks ? "watch" : "unwatch", number)]).write()
        }
        let person = workplace.context.environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "person"
        let intake = PersonIntake(
            writer: try workplace.writer(), room: try workplace.room(),
            library: try workplace.library())
        let receipt = try explained { try intake.take(lines.joined(separator: "\n"), person: person, at: now) }
        // A wish that nobody understood must not look granted.
        guard receipt.accounting.unmapped + receipt.accounting.rejected == 0 else {
            throw CommandFailure(
                "cannot note the wish", on: subjects.map(\.code).joined(separator: ", "),
                why: "the profile `hand` does not read it", try: "give a profile of your own called hand another name",
                kind: "wish-not-read", status: .unusableData)
        }
    }
}
