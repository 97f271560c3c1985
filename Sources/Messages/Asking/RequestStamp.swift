public import Tracking

/// What makes a signed request unlike every other: its time, and a number used once.
public struct RequestStamp: Hashable, Sendable {
    /// When it is sent.
    public var at: Instant
    /// A UUID of version 4 (RFC 9562) in small letters.
    public var nonce: String

    public init(at: Instant, nonce: String) {
        self.at = at
        self.nonce = nonce
    }

    /// - Parameter random: a number from 0 up to 1; asked sixteen times. The nonce keeps no secret, so that it need not
    ///   be unforeseeable.
    public init(at: Instant, random: () -> Double) {
        var bytes = (0..<16).map { _ in UInt8(min(255, max(0, random() * 256))) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef")
        var nonce = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { nonce.append("-") }
            nonce.append(digits[Int(byte >> 4)])
            nonce.append(digits[Int(byte & 15)])
        }
        self.init(at: at, nonce: nonce)
    }
}
