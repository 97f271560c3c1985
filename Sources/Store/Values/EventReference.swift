import Crypto
public import Tracking

/// A short name of one event, the same in every database: its number and a fingerprint of its key,
/// `MRKU9465770#7K2QF9X`.
///
/// The fingerprint is the beginning of a SHA-256 in Crockford's base 32. Seven letters tell the events of one number
/// apart; where they do not, more letters of the same fingerprint do.
public struct EventReference: Hashable, Sendable, CustomStringConvertible {
    /// The canonical code of the subject.
    public let code: String
    private let fingerprint: String

    private static let shown = 7
    private static let least = 5
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    public init(_ key: EventKey) {
        code = key.subject.code
        let words = key.words.joined(separator: "\u{1F}")
        let bytes = SHA256.hash(data: Array(words.utf8)).prefix(15)
        fingerprint = Self.base32(Array(bytes))
    }

    public var description: String { "\(code)#\(fingerprint.prefix(Self.shown))" }

    /// All that can be written of it, for two that begin alike.
    public var whole: String { "\(code)#\(fingerprint)" }

    /// Whether what a person wrote behind the `#` names this event.
    public func isMeant(by written: String) -> Bool {
        let typed = written.uppercased().map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
        return typed.count >= Self.least && fingerprint.hasPrefix(String(typed))
    }

    /// The number and the fingerprint of a written reference; nil for a text that is none.
    public static func parts(of text: String) -> (code: String, fingerprint: String)? {
        guard let mark = text.lastIndex(of: "#"), mark != text.startIndex else { return nil }
        let fingerprint = text[text.index(after: mark)...]
        guard fingerprint.count >= least else { return nil }
        return (String(text[..<mark]), String(fingerprint))
    }

    private static func base32(_ bytes: [UInt8]) -> String {
        var text = ""
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[bits >> count & 31])
            }
            bits &= 1 << count - 1
        }
        return text
    }
}
