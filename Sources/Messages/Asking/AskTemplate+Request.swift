internal import Foundation
public import Tracking

extension AskTemplate {
    /// The request about `subjects`.
    ///
    /// - Parameters:
    ///   - baseURL: the carrier's address, without a slash at its end.
    ///   - page: what `nextPage` gave: a cursor, or an address on the same host.
    ///   - stamp: when it is sent, and a number used once; only a request that is signed needs it.
    public func request(
        for subjects: [Subject], baseURL: String, secret: String?, page: String? = nil, stamp: RequestStamp? = nil
    ) throws(AskFailure) -> AskedRequest {
        try request(question, subjects, baseURL: baseURL, secret: secret, page: page, stamp: stamp)
    }

    /// The request that makes `subjects` known to the carrier; nil where it needs none.
    public func registration(
        of subjects: [Subject], baseURL: String, secret: String?, stamp: RequestStamp? = nil
    ) throws(AskFailure) -> AskedRequest? {
        guard let register else { return nil }
        return try request(register, subjects, baseURL: baseURL, secret: secret, page: nil, stamp: stamp)
    }

    private func request(
        _ step: Step, _ subjects: [Subject], baseURL: String, secret: String?, page: String?, stamp: RequestStamp?
    ) throws(AskFailure) -> AskedRequest {
        guard !subjects.isEmpty, subjects.count <= batch else {
            throw AskFailure(kind: .numbers, reason: "\(subjects.count) numbers in a request that takes 1 to \(batch)")
        }
        if let other = subjects.first(where: { !about.contains($0.kind) }) {
            let kinds = about.map(\.rawValue).joined(separator: ", ")
            throw AskFailure(
                kind: .wrongKind, reason: "\(other) is a \(other.kind.rawValue); asked can be about \(kinds)")
        }
        var base = baseURL
        while base.hasSuffix("/") { base.removeLast() }
        let first = Self.address(step, subjects, base: base)
        let address = if let page { try paged(first, page) } else { first }
        return AskedRequest(
            method: step.method, url: address,
            headers: try filledHeaders(step, subjects, base: base) + authorisation(secret),
            body: try body(of: step, subjects, secret, stamp))
    }

    private func body(of step: Step, _ subjects: [Subject], _ secret: String?, _ stamp: RequestStamp?)
        throws(AskFailure) -> [UInt8]?
    {
        guard let body = step.body else { return nil }
        guard case .signature(let signature) = credentials else { return Array(Self.fill(body, subjects).utf8) }
        guard let stamp else {
            throw AskFailure(kind: .noStamp, reason: "a signed request needs a time and a number of its own")
        }
        let parts = (secret ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw Self.notAPair }
        return Array(
            Self.fill(
                body, subjects, signature: signature, user: String(parts[0]), password: String(parts[1]), stamp: stamp
            ).utf8)
    }

    private static let notAPair = AskFailure(kind: .secret, reason: "the secret must be user:password")

    private func filledHeaders(_ step: Step, _ subjects: [Subject], base: String) -> [AskedRequest.Header] {
        var filled = headers.map { header in
            AskedRequest.Header(header.name, Self.fill(header.value, subjects, base: base, escape: Self.oneLine))
        }
        if let body = step.body, !filled.contains(where: { $0.name.lowercased() == "content-type" }) {
            filled.append(
                .init(
                    "Content-Type",
                    body.form == .json
                        ? "application/json"
                        : "application/x-www-form-urlencoded"))
        }
        return filled
    }

    private func authorisation(_ secret: String?) throws(AskFailure) -> [AskedRequest.Header] {
        guard credentials != .none else { return [] }
        guard let secret, !secret.isEmpty else {
            throw AskFailure(kind: .secret, reason: "the profile needs a secret; set `secret` of the carrier")
        }
        guard secret.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw AskFailure(kind: .secret, reason: "the secret contains a line break or another control character")
        }
        switch credentials {
        case .none, .signature: return []
        case .header(let name): return [.init(name, secret)]
        case .bearer: return [.init("Authorization", "Bearer \(secret)")]
        case .basic:
            guard secret.contains(":") else { throw Self.notAPair }
            return [.init("Authorization", "Basic \(Data(secret.utf8).base64EncodedString())")]
        }
    }

    /// The address of a further page: the same request with a cursor, or an address that the carrier gave.
    private func paged(_ first: String, _ page: String) throws(AskFailure) -> String {
        if page.hasPrefix("?") { return String(first.prefix { $0 != "?" }) + page }
        guard page.contains("://") || page.hasPrefix("/") else {
            let parameter = Self.percentEncoded(pageParameter ?? "cursor") + "=" + Self.percentEncoded(page)
            return first + (first.contains("?") ? "&" : "?") + parameter
        }
        guard let origin = Self.origin(of: first) else {
            throw AskFailure(kind: .badBaseURL, reason: "\(first.prefix { $0 != "?" }) is no address")
        }
        if page.hasPrefix("/"), !page.hasPrefix("//") { return origin + page }
        // A credential must not follow an answer to another host.
        guard Self.origin(of: page)?.lowercased() == origin.lowercased() else {
            throw AskFailure(kind: .foreignPage, reason: "the next page lies on another host than \(origin)")
        }
        return page
    }

    private static func origin(of url: String) -> String? {
        guard let scheme = url.range(of: "://") else { return nil }
        let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.isEmpty || host.contains("@") || host.contains("\\")
            ? nil : String(url[..<scheme.upperBound] + host)
    }
}
