import CCurl
import Foundation
import HTTPFetch

/// The owner thread's work: it alone touches libcurl's handles, from the first to the last.
final class ExchangeLoop {
    private let mailbox: Mailbox
    private let multi: MultiHandle
    private let limits: CurlFetcher.Limits
    private var lines: WaitingLines
    private var running: [UnsafeMutableRawPointer: Exchange] = [:]
    private var spare: [EasyHandle] = []

    init(_ mailbox: Mailbox, _ multi: MultiHandle, _ limits: CurlFetcher.Limits) {
        self.mailbox = mailbox
        self.multi = multi
        self.limits = limits
        lines = WaitingLines(
            maximum: limits.maximumConnections, maximumPerLine: limits.maximumConnectionsPerHost)
    }

    /// Carries exchanges out until the mailbox is closed, then fails those that are left and frees everything.
    func run() {
        var letters: [Mailbox.Letter] = []
        while mailbox.collect(into: &letters) {
            open(&letters)
            startWaiting()
            perform()
            endFinished()
            endExpired()
            if !lines.hasTurns { rest() }
        }
        open(&letters)
        failAll(.stopped)
        spare.removeAll()
        multi.close()
    }

    private func open(_ letters: inout [Mailbox.Letter]) {
        for letter in letters {
            switch letter {
            case .start(let exchange, let reply):
                if exchange.begin(reply) { lines.enter(exchange) }
            case .cancel(let exchange):
                cancel(exchange)
            }
        }
        letters.removeAll(keepingCapacity: true)
    }

    private func cancel(_ exchange: Exchange) {
        if case .running(let handle) = exchange.stage { takeOut(handle, of: exchange) }
        exchange.end(.cancelled)
    }

    private func startWaiting() {
        while let exchange = lines.next() {
            do {
                try start(exchange)
            } catch {
                lines.leave(exchange)
                exchange.end(.failed(error as? FetchFailure ?? FetchFailure(.other, "\(error)")))
            }
        }
    }

    private func start(_ exchange: Exchange) throws {
        let handle = try spare.popLast() ?? EasyHandle(limits)
        try handle.prepare(for: exchange)
        try multi.add(handle)
        running[handle.raw] = exchange
        exchange.stage = .running(handle)
    }

    private func perform() {
        guard !running.isEmpty else { return }
        do {
            try multi.perform()
        } catch {
            failAll(error as? FetchFailure ?? FetchFailure(.other, "\(error)"))
        }
    }

    private func endFinished() {
        while let (raw, code) = multi.nextEnding() {
            guard let exchange = running[raw], case .running(let handle) = exchange.stage else { continue }
            let ending = handle.ending(code, of: exchange)
            takeOut(handle, of: exchange)
            exchange.end(ending)
        }
    }

    private func endExpired() {
        guard lines.earliestDeadline != nil else { return }
        for exchange in lines.expired(at: .now) { exchange.end(.failed(.timedOut)) }
    }

    private func failAll(_ failure: FetchFailure) {
        for exchange in running.values {
            if case .running(let handle) = exchange.stage { takeOut(handle, of: exchange) }
            exchange.end(.failed(failure))
        }
        for exchange in lines.removeAll() { exchange.end(.failed(failure)) }
    }

    private func takeOut(_ handle: EasyHandle, of exchange: Exchange) {
        multi.remove(handle)
        running[handle.raw] = nil
        lines.leave(exchange)
        handle.rest()
        if handle.isReusable { spare.append(handle) }
    }

    /// Sleeps until something happens; a failed wait is taken for a spurious one, but never as a reason to spin.
    private func rest() {
        guard mailbox.ownerMaySleep() else { return }
        if !multi.poll(milliseconds: longestRest) { Thread.sleep(forTimeInterval: 0.01) }
    }

    private var longestRest: Int32 {
        guard let deadline = lines.earliestDeadline else { return 60_000 }
        return Int32(min(60_000, (deadline - .now).roundedMilliseconds))
    }
}
