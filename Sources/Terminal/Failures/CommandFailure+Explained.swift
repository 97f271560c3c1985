public import Tracking

extension CommandFailure {
    /// A failure of any target of ours, as a command tells it.
    public init(_ failure: any ExplainedFailure, what: String = "cannot go on with") {
        self.init(
            what, on: failure.object, why: failure.reason, try: failure.remedy, kind: failure.kindWord,
            status: failure.nature.status)
    }
}

extension FailureNature {
    var status: ExitStatus {
        switch self {
        case .unusableData: .unusableData
        case .noSuchFile: .noSuchFile
        case .notAllowed: .notAllowed
        case .passing: .tryAgain
        case .badSettings: .badSettings
        }
    }
}
