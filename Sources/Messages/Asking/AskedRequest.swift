/// What is to be sent to a carrier, as plain values; who sends it is no business of a profile.
public struct AskedRequest: Hashable, Sendable {
    public var method: String
    public var url: String
    /// In the order of the profile, then the credentials.
    public var headers: [Header]
    public var body: [UInt8]?

    /// One line of a request's head.
    public struct Header: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(method: String, url: String, headers: [Header], body: [UInt8]?) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}
