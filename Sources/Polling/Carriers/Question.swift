import HTTPFetch
import Intake
import Messages
import Store
import Tracking

/// One question to a carrier, all pages of its answer, and what it means.
struct Question: Sendable {
    /// How a question ended.
    enum Ending: Sendable {
        case answered([Delivery.Part])
        case nothing
        case slowDown(retryAfter: String?)
        /// Nothing more today.
        case quotaUsed
        case blocked(String)
        case failed(String)
        /// The number cannot be asked about as the profile says; nothing was sent.
        case unaskable(AskFailure.Kind)
        /// The carrier may not be asked now; nothing was sent.
        case closed(CarrierDoor.Closed)
    }

    /// An answer with more pages than this is a carrier that leads us in circles.
    static let mostPages = 100

    let plan: CarrierPlan
    let ask: AskTemplate
    let fetcher: any HTTPFetcher
    let reader: AnswerReader
    let clock: any Timekeeper

    /// Asks about `subject`; a `place` is taken before every request, and there may be none.
    ///
    /// - Parameter answered: told as soon as the carrier has given data, before they are read: it is free for the next.
    /// - Throws: `CancellationError`.
    func put(
        about subject: Subject, place: @Sendable () async throws -> CarrierDoor.Closed?,
        answered: @Sendable () async -> Void
    ) async throws -> Ending {
        var parts: [Delivery.Part] = []
        var pages: Set<String> = []
        var request: HTTPRequest
        do throws(AskFailure) {
            request = try self.request(about: subject, page: nil)
        } catch {
            return .unaskable(error.kind)
        }
        while pages.count < Self.mostPages {
            if let closed = try await place() { return .closed(closed) }
            let response: HTTPResponse
            do {
                response = try await fetcher.fetch(request)
            } catch let failure as FetchFailure {
                return .failed(failure.kind.rawValue)
            }
            switch try await read(response, about: subject, answered) {
            case .success(let part): if let part { parts.append(part) }
            case .failure(let ending): return ending.ending
            }
            guard let page = ask.nextPage(header: { response.headers[$0] }, body: [UInt8](response.body)) else {
                return parts.isEmpty ? .nothing : .answered(parts)
            }
            // A page that was there before leads in a circle.
            guard pages.insert(page).inserted else { break }
            do throws(AskFailure) {
                request = try self.request(about: subject, page: page)
            } catch {
                return .failed(error.kind.rawValue)
            }
        }
        return .failed("endless-pages")
    }

    private struct Refusal: Error { var ending: Ending }

    /// What one page says; nil when the carrier knows nothing.
    private func read(_ response: HTTPResponse, about subject: Subject, _ answered: @Sendable () async -> Void)
        async throws -> Result<Delivery.Part?, Refusal>
    {
        let body = [UInt8](response.body)
        switch ask.verdict(status: response.status, contentType: response.headers["Content-Type"], body: body) {
        case .data: await answered()
        case .nothing: return .success(nil)
        case .unknownNumber: return .failure(Refusal(ending: .failed("unknown-number")))
        case .quotaUsed: return .failure(Refusal(ending: .quotaUsed))
        case .slowDown: return .failure(Refusal(ending: .slowDown(retryAfter: response.headers["Retry-After"])))
        case .blocked(let reason): return .failure(Refusal(ending: .blocked(reason)))
        case .failed(let kind): return .failure(Refusal(ending: .failed(kind)))
        }
        do {
            return .success(try await reader.read(body, asked: [subject], receivedAt: clock.now))
        } catch let failure as ReadFailure {
            return .failure(Refusal(ending: .failed(failure.kind.rawValue)))
        }
    }

    private func request(about subject: Subject, page: String?) throws(AskFailure) -> HTTPRequest {
        let asked = try ask.request(for: [subject], baseURL: plan.baseURL, secret: plan.secret, page: page)
        return HTTPRequest(
            method: HTTPRequest.Method(rawValue: asked.method) ?? .get, url: asked.url,
            headers: HTTPHeaders(asked.headers.map { .init(name: $0.name, value: $0.value) }),
            body: asked.body.map { .init($0) }, certificateFile: plan.certificateFile)
    }
}
