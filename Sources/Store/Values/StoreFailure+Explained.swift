public import Tracking

extension StoreFailure: ExplainedFailure {
    public var kindWord: String { kind.rawValue }
    public var object: String? { path }

    public var nature: FailureNature {
        switch kind {
        case .noDatabase: .noSuchFile
        case .notADatabase, .damaged, .tooNew, .tooOld: .unusableData
        case .notAllowed: .notAllowed
        case .busy, .diskFull, .inputOutput, .other: .passing
        }
    }
}
