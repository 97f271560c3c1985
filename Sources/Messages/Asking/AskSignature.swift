internal import Crypto
internal import Foundation

/// A way of signing a request that no standard describes, by the name of who invented it.
enum AskSignature: String, Hashable, Sendable, CaseIterable {
    /// SF Express, digest of the "monthly" access: Base64 of the MD5 of data, timestamp and check word, written one
    /// after the other and encoded as a form's value.
    case sfExpress = "sf-express"

    /// - Parameters:
    ///   - timestamp: as it is sent.
    ///   - password: what only the carrier and we know.
    func sign(data: String, timestamp: String, password: String) -> String {
        switch self {
        case .sfExpress:
            let text = Self.formEncoded(data + timestamp + password)
            // MD5 is what the carrier wants; what protects the request is TLS.
            return Data(Insecure.MD5.hash(data: Data(text.utf8))).base64EncodedString()
        }
    }

    /// As java.net.URLEncoder writes UTF-8: letters, digits and `.-*_` stay, a blank becomes `+`.
    static func formEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "*"),
                UInt8(ascii: "_"):
                result.append(byte)
            case UInt8(ascii: " "): result.append(UInt8(ascii: "+"))
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
