import Foundation
import Tracking

/// Evidence as it is stored: a JSON array of texts, each the kind, the bits, and what a person would want to know.
enum EvidenceText {
    /// The weightiest first, whichever way it weighs.
    static func text(_ evidence: [LinkEvidence]) -> String {
        StatedTexts.text(
            sorted(evidence).map { piece in
                return piece.kind.rawValue + " " + hundredths(piece.bits) + (piece.text.map { " " + $0 } ?? "")
            })
    }

    /// With two digits behind the point; written so often that a format would be felt.
    private static func hundredths(_ bits: Double) -> String {
        let whole = bits.isNaN ? 0 : Int((min(abs(bits), 1e9) * 100).rounded())
        let rest = whole % 100
        return (bits < 0 ? "-" : "") + "\(whole / 100)" + (rest < 10 ? ".0" : ".") + "\(rest)"
    }

    /// Pieces of a kind that this program does not know are left out.
    static func evidence(_ texts: [String]) -> [LinkEvidence] {
        texts.compactMap { text in
            let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count >= 2, let kind = LinkEvidence.Kind(rawValue: String(parts[0])),
                let bits = Double(parts[1])
            else { return nil }
            return LinkEvidence(kind: kind, bits: bits, text: parts.count == 3 ? String(parts[2]) : nil)
        }
    }

    /// Whether a person would read the same reasons, whatever they weigh.
    static func isSame(_ stored: [String], _ evidence: [LinkEvidence]) -> Bool {
        func reasons(_ evidence: [LinkEvidence]) -> [String] {
            evidence.map { $0.kind.rawValue + " " + ($0.text ?? "") }.sorted()
        }
        return reasons(self.evidence(stored)) == reasons(evidence)
    }

    private static func sorted(_ evidence: [LinkEvidence]) -> [LinkEvidence] {
        evidence.sorted { left, right in
            let weights = (abs(left.bits), abs(right.bits))
            if weights.0 != weights.1 { return weights.0 > weights.1 }
            return (left.kind.rawValue, left.text ?? "") < (right.kind.rawValue, right.text ?? "")
        }
    }
}
