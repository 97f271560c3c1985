/// What another number of the same subject is for.
public enum AliasRole: String, Sendable, Hashable, CaseIterable {
    case order, customer
    case lineHaul = "line-haul"
    case lastMile = "last-mile"
    case `return`
    /// A number given by customs to a paper that was filed under its sender's own.
    case customs
}
