import CurlFetch
import Foundation
import HTTPFetch

/// Asking over HTTP: the whole product, its fetcher alone and libcurl alone, over the same answers of the same server,
/// which is a process of its own.
enum HTTPChapter {
    private static let inFlight = 32

    static func figures(_ surroundings: Surroundings) async throws -> [Figure] {
        try await slowServer(surroundings) + fastServer(surroundings) + unchanged(surroundings)
    }

    /// What was measured with one server, run by run.
    private struct Measured {
        var bare: [Spent] = []
        var fetch: [Spent] = []
        var news: [Spent] = []
        var same: [Spent] = []
        var program: [Spent] = []
        var ceiling: [Spent] = []
    }

    /// A carrier that takes its time: what counts is that nothing of ours makes it wait.
    private static func slowServer(_ surroundings: Surroundings) async throws -> [Figure] {
        let count = 4800
        let measured = try await measure(count, delay: 50, rounds: 3, surroundings)
        return [
            .share(
                "whole path, 50 ms server, 32 in flight", ours: measured.news.rate(count),
                baseline: measured.bare.rate(count), unit: "answers/s", atLeast: 0.98,
                notes: [
                    "due → asked → mapped → stored with FULL, commits at most 200 ms apart: "
                        + measured.news.summary(count),
                    "the same answers a second time: " + measured.same.summary(count),
                ] + baselines(measured, count)),
            cost("CPU of an answer of 20 events, all news", measured.news.cost(count)),
            cost("CPU of the same answer again", measured.same.cost(count)),
        ]
    }

    /// A carrier that answers at once: what counts is the work.
    private static func fastServer(_ surroundings: Surroundings) async throws -> [Figure] {
        let count = 4000
        let measured = try await measure(count, delay: 0, rounds: 5, surroundings)
        let notes = baselines(measured, count)
        return [
            .share(
                "fetch alone, no delay, 32 in flight", ours: measured.fetch.rate(count),
                baseline: measured.bare.rate(count), unit: "answers/s", atLeast: 0.6, notes: notes),
            .share(
                "whole path, no delay, 32 in flight", ours: measured.news.rate(count),
                baseline: measured.bare.rate(count), unit: "answers/s", atLeast: 0.4,
                notes: [
                    "answers of 20 events and \(Answers.body(0).count) bytes, each stored with FULL: "
                        + measured.news.summary(count),
                    "the same answers a second time: " + measured.same.summary(count),
                    try PartsAlone.note(surroundings),
                ]),
        ]
    }

    /// A carrier that is asked whether its answer has changed, and says of nine out of ten that it has not.
    private static func unchanged(_ surroundings: Surroundings) async throws -> [Figure] {
        var figures: [Figure] = []
        for (delay, count) in [(50, 3200), (0, 4000)] {
            let (rounds, codes) = (3, (0..<count).map(Answers.container))
            let server = try ServerProcess(answers: count, versions: rounds + 2, delay: delay)
            let path = try ProductPath(codes, server, inFlight: inFlight, surroundings)
            _ = try await path.pass(news: count)
            var (ours, bare): ([Spent], [Spent]) = ([], [])
            for _ in 0..<rounds {
                bare.append(try await bareRound(codes, server, headers: ["If-None-Match: \"0\""]))
                ours.append(try await path.pass(news: count / 10))
            }
            try path.close()
            figures.append(
                Figure(
                    what: "whole path, \(delay) ms server, 90 % not modified",
                    ours: "\(ours.rate(count).grouped) answers/s", baseline: "\(bare.rate(count).grouped) answers/s",
                    measured: (ours.rate(count) / bare.rate(count)).fixed(2), target: "–", isMet: true,
                    notes: ["ours: " + ours.summary(count), "bare libcurl: " + bare.summary(count)]))
        }
        return figures
    }

    private static func cost(_ what: String, _ milliseconds: Double) -> Figure {
        Figure(
            what: what, ours: "\(milliseconds.fixed(3)) ms", baseline: "–", measured: "\(milliseconds.fixed(3)) ms",
            target: "≤ 0.2 ms", isMet: milliseconds <= 0.2,
            notes: ["of all threads of the process: asking, mapping, storing; 50 ms server"])
    }

    private static func baselines(_ measured: Measured, _ count: Int) -> [String] {
        [
            "bare libcurl multi, bodies thrown away: " + measured.bare.summary(count),
            "our fetcher alone: " + measured.fetch.summary(count),
            measured.program.isEmpty
                ? "there is no curl program here" : "curl --parallel: " + measured.program.summary(count),
            "the server's ceiling, sockets alone: " + measured.ceiling.summary(count),
        ]
    }
}

extension HTTPChapter {
    private static func measure(_ count: Int, delay: Int, rounds: Int, _ surroundings: Surroundings)
        async throws -> Measured
    {
        let codes = (0..<count).map(Answers.container)
        let server = try ServerProcess(answers: count, delay: delay)
        var measured = Measured()
        for _ in 0..<rounds {
            measured.bare.append(try await bareRound(codes, server))
            measured.fetch.append(try await fetchRound(codes, server))
            let path = try ProductPath(codes, server, inFlight: inFlight, surroundings)
            measured.news.append(try await path.pass(news: count))
            measured.same.append(try await path.pass(news: 0))
            try path.close()
            let client = RawClient(port: server.port, inFlight: inFlight)
            measured.ceiling.append(try await Spent.measure { _ = try client.fetch(codes.map(target)) })
            if let program = try await CurlProgram.fetch(
                codes.map { server.baseURL + target($0) }, inFlight: inFlight, surroundings)
            {
                measured.program.append(program)
            }
        }
        return measured
    }

    private static func target(_ code: String) -> String { "/v2/events?equipmentReference=\(code)&limit=100" }

    private static func bareRound(_ codes: [String], _ server: ServerProcess, headers: [String] = []) async throws
        -> Spent
    {
        let fetch = try BareFetch(inFlight: inFlight, headers: headers)
        let urls = codes.map { server.baseURL + target($0) }
        return try await Spent.measure {
            let least = headers.isEmpty ? codes.count * 1000 : 0
            guard try fetch.fetch(urls) > least else { throw Bench.Failure(description: "short answers") }
        }
    }

    /// Our fetcher with nothing behind it: each answer is dropped as soon as it is there.
    private static func fetchRound(_ codes: [String], _ server: ServerProcess) async throws -> Spent {
        var limits = CurlFetcher.Limits()
        (limits.maximumConnections, limits.maximumConnectionsPerHost) = (inFlight, inFlight)
        let fetcher = try CurlFetcher(limits)
        defer { fetcher.shutdown() }
        let requests = codes.map {
            HTTPRequest(url: server.baseURL + target($0), headers: ["API-Version": "2", "Accept": "application/json"])
        }
        return try await Spent.measure {
            let bytes = try await withThrowingTaskGroup(of: Int.self) { group in
                // Every line asks for its share, one answer after the other.
                for line in 0..<inFlight {
                    group.addTask {
                        var bytes = 0
                        for index in stride(from: line, to: requests.count, by: inFlight) {
                            bytes += try await fetcher.fetch(requests[index]).body.count
                        }
                        return bytes
                    }
                }
                return try await group.reduce(0, +)
            }
            guard bytes > codes.count * 1000 else { throw Bench.Failure(description: "short answers") }
        }
    }
}
