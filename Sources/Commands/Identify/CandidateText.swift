import Terminal
import Tracking

/// What a number may be, in words.
enum CandidateText {
    /// What the form of a number that no message named tells; nil when it tells nothing.
    ///
    /// Mere digits whose check digit does not fit tell nothing.
    static func guess(_ code: String, _ candidates: [IdentifierCandidate]) -> String? {
        let likely = candidates.filter(\.isLikely).prefix(3).map { candidate in
            let doubt = candidate.checkDigit == .bad ? " whose check digit does not fit" : ""
            return "a \(candidate.scheme) \(candidate.names)\(doubt)"
        }
        let form = likely.isEmpty ? nil : "by its form \(likely.joined(separator: " or "))"
        let isDoubtful = !candidates.contains { $0.checkDigit != .bad }
        let parts = [form, isDoubtful ? correction(of: code, isDoubtful: true) : nil].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// The numbers that a person may have meant; nil when there are none.
    ///
    /// - Parameter isDoubtful: whether the number as it stands is contradicted, or of no form at all.
    static func correction(of code: String, isDoubtful: Bool) -> String? {
        let meant = IdentifierSchemes.corrections(of: code).map { "\($0.scheme) \($0.code)" }
        guard !meant.isEmpty else { return nil }
        let list = meant.joined(separator: " or ")
        return isDoubtful ? "did you mean \(list)?" : "with a missing digit: \(list)"
    }

    static func checkDigit(_ digit: CheckDigit) -> TableCell {
        switch digit {
        case .ok: .styled("fits", .good)
        case .bad: .styled("does not fit", .warning)
        case .none: "has none"
        }
    }
}
