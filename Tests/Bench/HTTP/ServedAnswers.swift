/// What the server of the HTTP chapter has ready, as it goes over the wire.
struct ServedAnswers: Sendable {
    /// Whole answers by code, in their versions.
    private var whole: [String: [[UInt8]]] = [:]
    private let hasValidators: Bool

    private static let unchanged = Array("HTTP/1.1 304 Not Modified\r\nETag: \"0\"\r\n\r\n".utf8)
    private static let unknown = Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)

    /// - Parameters:
    ///   - count: containers of which there is an answer.
    ///   - versions: answers that the tenth part of them has one after the other; the others never change. Where there
    ///     is one only, answers bear no validators.
    init(count: Int, versions: Int) {
        hasValidators = versions > 1
        for index in 0..<count {
            let own = index % 10 == 0 ? versions : 1
            // An index of its own for each version: all of its events are news.
            whole[Answers.container(index)] = (0..<own).map { version in
                Self.answer(Answers.body(of: index, version: version * count), hasValidators ? version : nil)
            }
        }
    }

    /// The answer about `code` for somebody who has the version `known`.
    func answer(_ code: String, known: Int?) -> [UInt8] {
        guard let versions = whole[code] else { return Self.unknown }
        guard hasValidators, let known else { return versions[0] }
        return versions.count == 1 ? Self.unchanged : versions[(known + 1) % versions.count]
    }

    private static func answer(_ body: [UInt8], _ version: Int?) -> [UInt8] {
        let validator = version.map { "ETag: \"\($0)\"\r\n" } ?? ""
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(validator)Content-Length: \(body.count)\r\n\r\n"
        return Array(head.utf8) + body
    }
}
