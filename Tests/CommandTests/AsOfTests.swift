import Foundation
import Terminal
import TestSupport
import Testing

/// What was answered then is what is answered of then.
struct AsOfTests {
    private struct Remembered {
        var moment: String
        var question: [String]
        var answer: String
        var status: Terminal.ExitStatus
    }

    /// Of `asked`, how a carrier was asked is kept as it is now, and not as it was: all but the last message. It says
    /// nothing of what was known. Ages are in no JSON, and `list` counts silence up to the moment asked for.
    private static let ofNow = [
        "subject", "carrier", "lastAttempt", "lastSuccess", "lastChange", "nextCheck", "answer", "failure",
    ]

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 35])
    func everyAnswerIsGivenAgain(seed: Int) async throws {
        var world = try RememberedWorld(seed: UInt64(seed))
        var remembered: [Remembered] = []
        for _ in 0..<14 {
            try await world.step()
            for question in RememberedWorld.questions {
                let ending = try world.counter.run(question + ["--json"], at: world.moment)
                remembered.append(
                    Remembered(
                        moment: world.moment, question: question, answer: try Self.lasting(ending.output),
                        status: ending.status))
            }
        }
        for then in remembered {
            let ending = try world.counter.run(
                then.question + ["--json", "--as-of", then.moment], at: RememberedWorld.muchLater)
            #expect(ending.status == then.status, "\(then.question) of \(then.moment): \(ending.errors)")
            let now = try Self.lasting(ending.output)
            let (left, right) = (now.split(separator: "\n"), then.answer.split(separator: "\n"))
            let difference = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }
            #expect(
                left.count == right.count && difference == nil,
                """
                \(then.question.prefix(3)) of \(then.moment), world \(seed): now and then \
                \(difference.map { "line \($0.offset), \($0.element)" } ?? "\(left.count) and \(right.count) lines")
                """)
        }
    }

    private static func lasting(_ output: String) throws -> String {
        guard !output.isEmpty else { return "" }
        var document = try JSONSerialization.jsonObject(with: Data(output.utf8))
        if let answers = document as? [[String: Any]] {
            document = answers.map { answer in
                var answer = answer
                if let asked = answer["asked"] as? [String: Any] {
                    answer["asked"] = asked.filter { !ofNow.contains($0.key) }
                }
                return answer
            }
        }
        let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .prettyPrinted])
        return String(decoding: data, as: UTF8.self)
    }
}
