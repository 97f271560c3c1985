import ArgumentParser
import Terminal
import Tracking

/// What two numbers are, and to each other.
struct PairOptions: ParsableArguments {
    @Option(help: "It is another number of the same: order, customer, line-haul, last-mile or return.")
    var alias: String?

    @Option(help: "What the first number is, where its form does not tell: parcel, container, …")
    var kind: String?

    @Option(help: "What the second number is, where its form does not tell.")
    var parentKind: String?

    @Option(help: "With --alias: who gave out the other number, for instance DHL.")
    var issuer: String?

    /// - Throws: `CommandFailure` for a role that there is not.
    func role() throws -> AliasRole? {
        guard let alias else { return nil }
        if let role = AliasRole(rawValue: alias) { return role }
        let roles = AliasRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(
            "no such role", on: alias, why: "there are \(roles)", try: "--alias last-mile", kind: "unknown-role",
            status: .usage)
    }
}
