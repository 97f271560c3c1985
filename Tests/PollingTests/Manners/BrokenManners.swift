/// A mistake that somebody could make, and what the referee must say to it.
enum BrokenManners: CaseIterable {
    case ignoresRetryAfter, asksTwiceAsOften, keepsItsPace, hasNoQuota, hasNoQuietHours, forgetsOnRestart
    case writesOnlyAtTheEnd, triesWithManyNumbers, triesWithSeveralRequests, takesRefusalsForFailures, repeatsBatches
    case retriesAlways

    var rule: Breach.Rule {
        switch self {
        case .ignoresRetryAfter: .retryAfter
        case .asksTwiceAsOften: .rate
        case .keepsItsPace: .pace
        case .hasNoQuota: .quota
        case .hasNoQuietHours: .quiet
        case .forgetsOnRestart: .oneNumber
        case .writesOnlyAtTheEnd: .rate
        case .triesWithManyNumbers: .oneNumber
        case .triesWithSeveralRequests: .oneRequest
        case .takesRefusalsForFailures: .blocked
        case .repeatsBatches: .sameBatch
        case .retriesAlways: .retries
        }
    }
}
