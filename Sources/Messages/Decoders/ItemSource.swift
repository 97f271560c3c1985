/// A decoded message: what stands outside the repeating element, and its items one after another.
protocol ItemSource {
    /// JSON text of everything outside the repeating element, or `{}`.
    var head: [UInt8] { get }
    /// The bytes to keep: those that came, with redacted values overwritten and dropped columns gone.
    /// Complete once `next()` has returned nil.
    var archive: [UInt8] { get }

    mutating func next() throws -> DecodedItem?
}
