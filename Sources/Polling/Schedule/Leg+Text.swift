import Forecasting
import Tracking

extension Leg {
    /// As it is written down beside a number: `after|place|toward`.
    var text: String { "\(after.rawValue)|\(place ?? "")|\(toward ?? "")" }

    /// Nil where the text is none of a leg, or of a milestone that is none any more.
    init?(text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let milestone = Milestone(rawValue: parts[0]) else { return nil }
        self.init(
            after: milestone, place: parts[1].isEmpty ? nil : parts[1], toward: parts[2].isEmpty ? nil : parts[2])
    }
}
