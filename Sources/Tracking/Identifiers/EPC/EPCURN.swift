/// `urn:epc:id:…`, the pure identity URIs of the EPC Tag Data Standard 2.0, §6.3 and §7.
enum EPCURN {
    private static let beginning = "urn:epc:id:"

    /// Nil for a URI of another kind.
    static func meaning(_ uri: String) throws(IdentifierProblem) -> EPC.Meaning? {
        let lowered = uri.lowercased()
        if lowered.hasPrefix("urn:epc:idpat:") || lowered.hasPrefix("urn:epc:class:") {
            return .notOneThing("this names a kind or a batch of things")
        }
        guard lowered.hasPrefix(beginning) else { return nil }
        let rest = uri.dropFirst(beginning.count)
        guard let colon = rest.firstIndex(of: ":") else { throw broken(uri) }
        let name = rest[..<colon].lowercased()
        let body = String(rest[rest.index(after: colon)...])
        switch name {
        case "sscc":
            guard let reading = SSCC.read("urn:epc:id:sscc:" + body) else { throw broken(uri) }
            return .subject(reading)
        case "bic":
            return .subject(
                try IdentifierSchemes.subject(
                    kind: .container, scheme: Scheme.iso6346.rawValue, issuer: nil, code: body))
        case "sgln", "pgln": return .notOneThing("this names a place or a party")
        case "gsrn", "gsrnp": return .notOneThing("this names somebody who is served or serves")
        case "sgcn": return .notOneThing("this names a coupon")
        case "imovn": return .subject(IdentifierReading(Subject(.vehicle, EPC.scheme, uri), checkDigit: .none))
        default:
            guard let key = GS1Key.allCases.first(where: { $0.urn == name }) else { return nil }
            guard let reading = key.reading(urnBody: body) else { throw broken(uri) }
            return .subject(reading)
        }
    }

    private static func broken(_ uri: String) -> IdentifierProblem {
        .badNumber("\(uri) has not the parts that its scheme needs (EPC Tag Data Standard §6.3)")
    }
}
