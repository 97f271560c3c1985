public import Tracking

extension ReadFailure: ExplainedFailure {
    public var kindWord: String { kind.rawValue }
    public var object: String? { position }
    public var nature: FailureNature { .unusableData }
}
