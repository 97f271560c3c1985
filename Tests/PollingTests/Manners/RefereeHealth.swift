import Tracking

/// When a carrier must be given a rest, and when it may be trusted again, as the referee reckons it from the log.
struct RefereeHealth {
    private(set) var isTripped = false
    private(set) var trippedAt = Instant(milliseconds: 0)
    /// Requests of an earlier era say nothing of now.
    private(set) var era = 0
    private(set) var answered = 0
    /// When it last refused us, or was last tried since; nil when it does not refuse.
    var lastRefusal: Instant?

    private var lastDoubt = Instant(milliseconds: 0)
    private var row = 0
    /// The last endings, true for a failure; nil since one that may have been a number's fault.
    private var recent: [Bool]? = []

    mutating func succeeded() {
        lastRefusal = nil
        guard isTripped else {
            row = 0
            return note(false)
        }
        answered += 1
        if answered == 2 { begin(tripped: false) }
    }

    mutating func failed(at now: Instant, sentAt: Instant) {
        guard !isTripped else { return trip(now) }
        // After a doubt, only what was sent when the one before had failed: a rest in between makes others late.
        if recent == nil {
            guard sentAt >= lastDoubt else { return }
            lastDoubt = now
        }
        row += 1
        note(true)
        let isHalf = recent.map { $0.count >= 10 && $0.count { $0 } * 2 >= $0.count } ?? false
        if row >= 5 || isHalf { trip(now) }
    }

    /// It may have been the number, or the carrier: who is judged may have given it a rest for it.
    mutating func doubt(at now: Instant) {
        guard !isTripped else { return }
        (row, recent, lastDoubt) = (0, nil, now)
    }

    mutating func refused(at now: Instant) {
        trip(now)
        lastRefusal = now
    }

    private mutating func trip(_ now: Instant) {
        begin(tripped: true)
        trippedAt = now
    }

    private mutating func begin(tripped: Bool) {
        era += 1
        isTripped = tripped
        (answered, row, recent) = (0, 0, [])
    }

    private mutating func note(_ failure: Bool) {
        recent?.append(failure)
        if let count = recent?.count, count > 20 { recent?.removeFirst() }
    }
}
