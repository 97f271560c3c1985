public import Tracking

extension ProfileMistakes: ExplainedFailure {
    public var kindWord: String { "bad-profile" }
    public var object: String? { mistakes.first?.file }
    public var reason: String { mistakes.map(\.description).joined(separator: "; ") }
    public var remedy: String { "`caravan carriers show dcsa` prints a profile to compare with" }
    public var nature: FailureNature { .badSettings }
}
