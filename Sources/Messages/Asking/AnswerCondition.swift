/// Something an answer may be known by: its status, and a value in it.
struct AnswerCondition: Hashable, Sendable {
    /// Empty: any status.
    var statuses: [ClosedRange<Int>] = []
    var path: JSONPath?
    /// What the value at `path` must be one of; empty: that it is there is enough.
    var values: [String] = []
    /// What the value at `path` must not be.
    var others: [String] = []
    /// What must be missing.
    var absent: JSONPath?
    /// What must be there, whatever it holds.
    var present: JSONPath?
    /// What to tell a person of it, where the condition is a refusal.
    var reason: String?

    func holds(status: Int, document: @autoclosure () -> JSONDocument?) -> Bool {
        guard statuses.isEmpty || statuses.contains(where: { $0.contains(status) }) else { return false }
        guard path != nil || absent != nil || present != nil else { return true }
        guard let document = document() else { return false }
        if let present, document.find(present).isEmpty { return false }
        if let absent, !document.find(absent).isEmpty { return false }
        guard let path else { return true }
        let found = document.find(path).map(document.text)
        return found.contains { (values.isEmpty || values.contains($0)) && !others.contains($0) }
    }
}
