import Foundation
import Tracking

/// The numbers that a message answers about, as they stand in `message.asked`: a JSON array of
/// `"container iso6346:MRKU9465770"`.
enum AskedNumbers {
    /// Nil for a message that came unasked.
    static func text(_ subjects: [Subject]) -> String? {
        guard !subjects.isEmpty else { return nil }
        // Canonical numbers hold no quotes or control characters, so this is JSON as it stands.
        return "[" + subjects.map { "\"\($0.kind.rawValue) \($0.identifier)\"" }.joined(separator: ",") + "]"
    }

    /// Numbers whose kind was not written down, as it once was not, are left out.
    static func subjects(_ text: String?) -> [Subject] {
        guard let text else { return [] }
        return text.dropFirst(2).dropLast(2).components(separatedBy: "\",\"").compactMap { item in
            let parts = item.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let kind = SubjectKind(rawValue: String(parts[0])),
                let colon = parts[1].firstIndex(of: ":")
            else { return nil }
            let owner = parts[1][..<colon].split(separator: "/", maxSplits: 1).map(String.init)
            guard let scheme = owner.first else { return nil }
            let code = String(parts[1][parts[1].index(after: colon)...])
            return Subject(kind, Scheme(rawValue: scheme), code, issuer: owner.count == 2 ? owner[1] : nil)
        }
    }
}
