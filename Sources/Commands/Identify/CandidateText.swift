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
        let parts = [form, correction(of: code)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// The numbers that a person may have meant, as a question; nil when there are none.
    static func correction(of code: String) -> String? {
        let meant = IdentifierSchemes.corrections(of: code).map { "\($0.scheme) \($0.code)" }
        return meant.isEmpty ? nil : "did you mean \(meant.joined(separator: " or "))?"
    }

    static func checkDigit(_ digit: CheckDigit) -> TableCell {
        switch digit {
        case .ok: .styled("fits", .good)
        case .bad: .styled("does not fit", .warning)
        case .none: "has none"
        }
    }
}
