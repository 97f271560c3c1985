import Tracking

extension Subject {
    /// An order of subjects that depends on their numbers alone.
    static func precedes(_ left: Subject, _ right: Subject) -> Bool {
        if left.code != right.code { return left.code < right.code }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        return left.description < right.description
    }
}
