public import Tracking

extension AskTemplate {
    /// What an answer says of each number asked; empty where the profile does not tell how answers speak of numbers.
    ///
    /// A number that the answer leaves out is one of which the carrier has nothing to tell. Where an answer speaks of a
    /// number twice, being told something is what counts.
    public func numbers(in body: [UInt8], asked: [Subject]) -> [Subject: NumberAnswer] {
        answers(in: body, asked: asked, passedOver: .nothing)
    }

    /// What the answer to a registration says of each number: `nothing` for one that is known to the carrier now. One
    /// that it passes over is not registered. Empty if the answer cannot be read.
    public func registered(in body: [UInt8], asked: [Subject]) -> [Subject: NumberAnswer] {
        answers(in: body, asked: asked, passedOver: .notRegistered).mapValues { $0 == .told ? .nothing : $0 }
    }

    private func answers(in body: [UInt8], asked: [Subject], passedOver: NumberAnswer) -> [Subject: NumberAnswer] {
        guard !numberRules.isEmpty, let document = try? JSONUnwrapping.apply(unwrap, to: JSONDocument(body))
        else { return [:] }
        var said: [String: NumberAnswer] = [:]
        for (number, answer) in numberRules.flatMap({ $0.answers(in: document) }) {
            let key = Self.folded(number)
            if said[key] != .told { said[key] = answer }
        }
        return Dictionary(asked.map { ($0, said[Self.folded($0.code)] ?? passedOver) }) { first, _ in first }
    }

    /// Carriers repeat numbers in capitals and without blanks.
    private static func folded(_ number: String) -> String {
        String(number.uppercased().filter { !$0.isWhitespace })
    }
}
