import HTTPFetch
import Messages
import Store
import Tracking

/// Asking whether an answer has changed, and what follows when it has not (RFC 9110, section 13).
extension Question {
    /// What has come of an answer so far.
    struct Came {
        var parts: [Delivery.Part] = []
        var said = Said()
        var pages: Set<String> = []
        /// What leads to the next page, if there is one.
        var nextPage: String?
        /// Until when the carrier says that it holds; the latest word of its pages.
        private(set) var freshUntil: Instant?
        private(set) var etag: String?
        private(set) var lastModified: String?

        mutating func note(_ response: HTTPResponse, now: Instant) {
            freshUntil = [freshUntil, Freshness.until(response.headers, now: now)].compactMap(\.self).max()
            etag = response.headers["ETag"].flatMap(Question.validator)
            lastModified = response.headers["Last-Modified"].flatMap(Question.validator)
        }

        /// Whether it is one page that says nothing but its data of the number that was asked about.
        var isPlain: Bool { pages.isEmpty && nextPage == nil && said.numbers.values.allSatisfy { $0 == .told } }
    }

    /// The request, if there is something to compare with and it only asks: a POST may do anything.
    static func conditional(_ request: HTTPRequest, on known: AcceptedAnswer?) -> HTTPRequest {
        guard let known, request.method == .get, !isConditional(request) else { return request }
        var request = request
        if let etag = known.etag { request.headers.append("If-None-Match", etag) }
        if let lastModified = known.lastModified { request.headers.append("If-Modified-Since", lastModified) }
        return request
    }

    static func isConditional(_ request: HTTPRequest) -> Bool {
        request.headers["If-None-Match"] != nil || request.headers["If-Modified-Since"] != nil
    }

    /// The answer of a carrier of whose number nothing has changed.
    ///
    /// - Parameter unread: what came all the same and need not be read.
    func unchanged(
        _ known: AcceptedAnswer, about subjects: [Subject], _ came: Came, unread: Accounting = Accounting()
    ) -> Answer {
        let numbers = Dictionary(uniqueKeysWithValues: subjects.map { ($0, NumberEnding.unchanged(known)) })
        return Answer(parts: [], numbers: numbers, freshUntil: came.freshUntil, unread: unread)
    }

    /// What to remember of an answer, if the store takes it in: one page about one number.
    func offer(_ came: Came, about subjects: [Subject]) -> AcceptedAnswer? {
        guard subjects.count == 1, came.parts.count == 1, came.isPlain else { return nil }
        return AcceptedAnswer(
            sha256: came.parts[0].message.sha256, reading: reading, etag: came.etag, lastModified: came.lastModified)
    }

    /// A validator that can be sent back as it came; nil for one that no honest server gives.
    static func validator(_ text: String) -> String? {
        (1...512).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? text : nil
    }
}
