/// A failure that can say what a person needs: what is wrong, with what, and the next step. Every target's own failures
/// conform, so that the programs show them all alike.
public protocol ExplainedFailure: Error {
    /// A stable word to count failures by.
    var kindWord: String { get }
    /// On what: a file, a code, a carrier.
    var object: String? { get }
    var reason: String { get }
    /// The next step.
    var remedy: String { get }
    var nature: FailureNature { get }
}

/// What sort of trouble a failure is, which decides how a program ends.
public enum FailureNature: Sendable {
    /// Nothing in the data could be used.
    case unusableData
    case noSuchFile
    case notAllowed
    /// Something was in the way that passes.
    case passing
    case badSettings
}
