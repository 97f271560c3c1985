/// Where the four columns of an identifier stand.
struct IdentifierColumns {
    /// What the names of the columns begin with, for problems.
    let prefix: String
    let kind: Int32
    let scheme: Int32
    let issuer: Int32
    let code: Int32

    init(prefix: String, _ find: (String) -> Int32) {
        self.prefix = prefix
        kind = find(prefix + "kind")
        scheme = find(prefix + "scheme")
        issuer = find(prefix + "issuer")
        code = find(prefix + "code")
    }
}
