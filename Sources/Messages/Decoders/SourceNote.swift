internal import Tracking

/// What was noticed about a message that concerns no item of it, with where.
struct SourceNote {
    var position: String
    var problem: RowProblem
}
