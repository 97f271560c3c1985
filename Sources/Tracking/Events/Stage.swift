/// The part of a journey that a milestone belongs to.
public enum Stage: String, Sendable, Hashable, CaseIterable {
    case origin, export, rail, border
    case `import`
    case lastMile = "last-mile"
    case end
}
