/// Something an answer may be known by: its status, and a value in it.
struct AnswerCondition: Hashable, Sendable {
    /// Empty: any status.
    var statuses: [ClosedRange<Int>] = []
    var path: JSONPath?
    /// What the value at `path` must be; nil: that it is there is enough.
    var value: String?

    func holds(status: Int, document: @autoclosure () -> JSONDocument?) -> Bool {
        guard statuses.isEmpty || statuses.contains(where: { $0.contains(status) }) else { return false }
        guard let path else { return true }
        guard let document = document() else { return false }
        let found = document.find(path)
        guard let value else { return !found.isEmpty }
        return found.contains { document.text($0) == value }
    }
}
