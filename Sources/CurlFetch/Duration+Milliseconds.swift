extension Duration {
    /// Whole milliseconds, rounded up so that a wait is never cut short, in the range that libcurl takes.
    var roundedMilliseconds: Int {
        if self >= .seconds(2_000_000) { return 2_000_000_000 }
        let (seconds, attoseconds) = components
        return max(0, Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
