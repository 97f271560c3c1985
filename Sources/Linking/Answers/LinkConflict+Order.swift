import Tracking

extension LinkConflict {
    static func precedes(_ left: LinkConflict, _ right: LinkConflict) -> Bool {
        if left.child != right.child { return Subject.precedes(left.child, right.child) }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        return (left.parent?.description ?? "", left.reason) < (right.parent?.description ?? "", right.reason)
    }
}
