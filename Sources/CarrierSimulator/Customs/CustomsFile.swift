/// One customs message as a file.
public struct CustomsFile: Sendable {
    /// `CEB603-1.xml`.
    public var name: String
    public var body: [UInt8]
}
