/// How long something that failed is left alone before it is tried again.
enum RetryPause {
    /// A minute, then twice as long each time, an hour at most.
    ///
    /// - Parameter failures: in a row, at least 1.
    static func after(failures: Int) -> Duration {
        .seconds(min(3600, 60 << min(max(failures - 1, 0), 6)))
    }
}
