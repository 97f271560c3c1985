/// Where an answer speaks of single numbers, and what its codes mean.
struct NumberRule: Hashable, Sendable {
    /// The elements that speak of one number each.
    var each: JSONPath
    /// Where in an element, from `$` on, the number stands.
    var number: JSONPath
    /// Where in an element its code stands.
    var code: JSONPath?
    var meanings: [String: NumberAnswer]
    /// Whether a code without a meaning is a refusal; otherwise the number is told of.
    var refuses: Bool

    /// The numbers as the answer writes them, with what is said of each.
    func answers(in document: JSONDocument) -> [(number: String, answer: NumberAnswer)] {
        document.find(each).compactMap { element in
            guard let number = document.find(self.number.steps, from: element).first.map(document.text) else {
                return nil
            }
            let code = code.flatMap { document.find($0.steps, from: element).first.map(document.text) } ?? ""
            let other: NumberAnswer = refuses ? .refused(kind: AskTemplate.refusal("refused", code)) : .told
            return (number, meanings[code] ?? other)
        }
    }
}
