/// Whether an event happened, is planned, or is estimated; only what happened decides a status.
public enum EventClassifier: String, Sendable, Hashable, CaseIterable {
    case actual
    case planned
    case estimated
}
