import Crypto

/// The SHA-256 of bytes, by which the archive knows a message again.
public enum Fingerprint {
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
