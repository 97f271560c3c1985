import HTTPFetch
import Intake
import Messages
import Store
import Tracking

/// One question to a carrier, all pages of its answer, and what it means.
struct Question: Sendable {
    /// How a question ended.
    indirect enum Ending: Sendable {
        case answered(Answer)
        case slowDown(retryAfter: [String])
        /// Nothing more today.
        case quotaUsed
        case blocked(String)
        case failed(String)
        /// The number cannot be asked about as the profile says; nothing was sent.
        case unaskable(AskFailure.Kind)
        /// The carrier may not be asked now; nothing was sent.
        case closed(CarrierDoor.Closed)
    }

    /// What an answer brought for the numbers that were asked about.
    struct Answer: Sendable {
        var parts: [Delivery.Part]
        var numbers: [Subject: NumberEnding]
        /// How it ended for numbers of which nothing is in `numbers`, since they could not be made known to the carrier.
        var rest: Ending?
        /// What to remember of it, where it came whole on one page, about one number.
        var offered: AcceptedAnswer?
        /// Until when the carrier itself says that it holds.
        var freshUntil: Instant?
        /// Its items where it was not read, being the one that is remembered.
        var unread = Accounting()
    }

    /// An answer with more pages than this is a carrier that leads us in circles.
    static let mostPages = 100

    let plan: CarrierPlan
    let ask: AskTemplate
    let fetcher: any HTTPFetcher
    let reader: AnswerReader
    /// Fingerprint of everything that decides what an answer says, and of where it comes from: one that was read
    /// otherwise, or came from elsewhere, is not the one that is asked for.
    let reading: [UInt8]
    let clock: any Timekeeper
    /// A number from 0 up to 1.
    let random: @Sendable () -> Double

    /// Asks about `subjects`; a `place` is taken before every request, and there may be none.
    ///
    /// - Parameters:
    ///   - accepted: the last answer about the one number that is asked about; whether it has changed is the question.
    ///   - answered: told as soon as the carrier has given data, before they are read: it is free for the next.
    /// - Throws: `CancellationError`.
    func put(
        about subjects: [Subject], accepted: AcceptedAnswer? = nil,
        place: @Sendable () async throws -> CarrierDoor.Closed?, answered: @Sendable () async -> Void
    ) async throws -> Ending {
        let known = accepted?.reading == reading && subjects.count == 1 ? accepted : nil
        var came = Came()
        var request: HTTPRequest
        do throws(AskFailure) {
            request = Self.conditional(try self.request(about: subjects, page: nil), on: known)
        } catch {
            return .unaskable(error.kind)
        }
        while came.pages.count < Self.mostPages {
            if let closed = try await place() { return .closed(closed) }
            let response: HTTPResponse
            do {
                response = try await fetcher.fetch(request)
            } catch let failure as FetchFailure {
                return .failed(failure.kind.rawValue)
            }
            if let ending = try await take(response, to: request, about: subjects, known, &came, answered) {
                return ending
            }
            guard let page = came.nextPage else { return .answered(try await conclude(subjects, came, place)) }
            // A page that was there before leads in a circle.
            guard came.pages.insert(page).inserted else { break }
            do throws(AskFailure) {
                request = try self.request(about: subjects, page: page)
            } catch {
                return .failed(error.kind.rawValue)
            }
        }
        return .failed("endless-pages")
    }

    /// Takes one page of an answer; returns how the question ended, where it ends with this page.
    private func take(
        _ response: HTTPResponse, to request: HTTPRequest, about subjects: [Subject], _ known: AcceptedAnswer?,
        _ came: inout Came, _ answered: @Sendable () async -> Void
    ) async throws -> Ending? {
        came.note(response, now: clock.now)
        if let known, response.status == 304, Self.isConditional(request) {
            return .answered(unchanged(known, about: subjects, came))
        }
        let body = [UInt8](response.body)
        let isUnregistered = came.said.note(ask.numbers(in: body, asked: subjects))
        came.nextPage = ask.nextPage(header: { response.headers[$0] }, body: body)
        if let ending = verdict(response, body) {
            if case .answered = ending { return nil }
            return ending
        }
        // A place that is needed again, to register numbers, is not given away meanwhile.
        if !isUnregistered { await answered() }
        let sha256 = Fingerprint.sha256(body)
        if let known, known.sha256 == sha256, came.isPlain {
            return .answered(unchanged(known, about: subjects, came, unread: known.accounting))
        }
        do {
            came.parts.append(
                try await reader.read(body, sha256: sha256, asked: subjects, receivedAt: clock.now))
        } catch let failure as ReadFailure {
            return .failed(failure.kind.rawValue)
        }
        return nil
    }

    /// What the answer is besides data, which is nil; `answered` with nothing in it when the carrier knows nothing.
    private func verdict(_ response: HTTPResponse, _ body: [UInt8]) -> Ending? {
        switch ask.verdict(status: response.status, contentType: response.headers["Content-Type"], body: body) {
        case .data: nil
        case .nothing: .answered(Answer(parts: [], numbers: [:]))
        case .unknownNumber: .failed("unknown-number")
        case .quotaUsed: .quotaUsed
        case .slowDown: .slowDown(retryAfter: response.headers.values(of: "Retry-After"))
        case .blocked(let reason): .blocked(reason)
        case .failed(let kind): .failed(kind)
        }
    }

    private func request(about subjects: [Subject], page: String?) throws(AskFailure) -> HTTPRequest {
        plain(try ask.request(for: subjects, baseURL: plan.baseURL, secret: plan.secret, page: page, stamp: stamp))
    }

    /// Made for each request that is signed: none is sent twice.
    private var stamp: RequestStamp? { ask.signs ? RequestStamp(at: clock.now, random: random) : nil }

    private func plain(_ asked: AskedRequest) -> HTTPRequest {
        HTTPRequest(
            method: HTTPRequest.Method(rawValue: asked.method) ?? .get, url: asked.url,
            headers: HTTPHeaders(asked.headers.map { .init(name: $0.name, value: $0.value) }),
            body: asked.body.map { .init($0) }, certificateFile: plan.certificateFile)
    }
}

extension Question {
    /// What the pages of an answer say of single numbers.
    struct Said {
        var numbers: [Subject: NumberAnswer] = [:]

        /// Returns whether some are yet to be made known to the carrier.
        mutating func note(_ page: [Subject: NumberAnswer]) -> Bool {
            numbers.merge(page) { first, second in first == .nothing ? second : first }
            return page.values.contains(.notRegistered)
        }
    }

    /// The ending of each number; those that the carrier wants made known are made known.
    private func conclude(
        _ subjects: [Subject], _ came: Came, _ place: @Sendable () async throws -> CarrierDoor.Closed?
    ) async throws -> Answer {
        let (parts, numbers) = (came.parts, came.said.numbers)
        var answer = Answer(parts: parts, numbers: [:], freshUntil: came.freshUntil)
        answer.offered = offer(came, about: subjects)
        let named = subjects.count > 1 && numbers.isEmpty ? Self.named(in: parts) : nil
        for subject in subjects {
            if let number = numbers[subject] {
                answer.numbers[subject] = Self.ending(number)
            } else {
                answer.numbers[subject] = parts.isEmpty || named?.contains(subject) == false ? .nothing : .told
            }
        }
        let strange = subjects.filter { numbers[$0] == .notRegistered }
        guard !strange.isEmpty else { return answer }
        let (registered, rest) = try await register(strange, place)
        for subject in strange { answer.numbers[subject] = registered[subject] }
        answer.rest = rest
        return answer
    }

    /// How it ended for each number that was registered, or how the attempt ended for all of them.
    private func register(_ subjects: [Subject], _ place: @Sendable () async throws -> CarrierDoor.Closed?)
        async throws -> (numbers: [Subject: NumberEnding], rest: Ending?)
    {
        let request: HTTPRequest
        do throws(AskFailure) {
            guard
                let asked = try ask.registration(
                    of: subjects, baseURL: plan.baseURL, secret: plan.secret, stamp: stamp)
            else {
                return ([:], .failed("not-registered"))
            }
            request = plain(asked)
        } catch {
            return ([:], .unaskable(error.kind))
        }
        if let closed = try await place() { return ([:], .closed(closed)) }
        let response: HTTPResponse
        do {
            response = try await fetcher.fetch(request)
        } catch let failure as FetchFailure {
            return ([:], .failed(failure.kind.rawValue))
        }
        let body = [UInt8](response.body)
        if let ending = verdict(response, body) {
            if case .answered = ending { return ([:], .failed("not-registered")) }
            return ([:], ending)
        }
        // A number that the carrier passes over is not registered, and one it tells something of is.
        let numbers = ask.registered(in: body, asked: subjects)
        return numbers.isEmpty ? ([:], .failed("malformed")) : (numbers.mapValues(Self.ending), nil)
    }

    private static func ending(_ answer: NumberAnswer) -> NumberEnding {
        switch answer {
        case .told: .told
        case .nothing: .nothing
        case .notRegistered: .failed("not-registered")
        case .unknownNumber: .failed("unknown-number")
        case .quotaUsed: .quotaUsed
        case .refused(let kind): .failed(kind)
        }
    }

    /// The subjects that an answer says anything of.
    private static func named(in parts: [Delivery.Part]) -> Set<Subject> {
        var named: Set<Subject> = []
        for item in parts.flatMap(\.report.items) {
            named.formUnion(item.events.map(\.subject) + item.facts.map(\.subject))
            named.formUnion(item.links.flatMap { [$0.child, $0.parent] })
            named.formUnion(item.aliases.flatMap { [$0.subject, $0.alias] })
        }
        return named
    }
}
