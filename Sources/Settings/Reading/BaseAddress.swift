import Foundation

/// The address of a carrier's interface.
///
/// What is wrong with one is said without repeating it: people paste keys into addresses.
enum BaseAddress {
    /// What is wrong with an address, and what would be right.
    struct Fault: Error {
        let message: String
        let remedy: String
    }

    /// The address without slashes at its end.
    static func read(_ text: String) throws(Fault) -> String {
        let example = "write https://HOST or https://HOST/PATH"
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), let host = parts.host, !host.isEmpty
        else { throw Fault(message: "this is not an address", remedy: example) }
        guard parts.user == nil, parts.password == nil else {
            throw Fault(message: "the address holds a user or a password", remedy: "move it to secret:")
        }
        guard parts.query == nil, parts.fragment == nil else {
            throw Fault(message: "the address holds a ? or a #", remedy: "the profile adds those; " + example)
        }
        guard scheme == "https" || scheme == "http" else {
            throw Fault(message: "only https is spoken here", remedy: example)
        }
        guard scheme == "https" || isLoopback(host) else {
            throw Fault(
                message: "plain http would send the key unprotected; only loopback addresses may use it",
                remedy: "write https:, and ca_file: for a certificate of your own")
        }
        var address = Substring(text)
        while address.hasSuffix("/") { address.removeLast() }
        return String(address)
    }

    private static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { (WholeNumber.read($0) ?? 256) < 256 }
    }
}
