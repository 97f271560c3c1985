extension CivilDate {
    /// The day that eight digits write as yyyymmdd; nil when there is no such day.
    init?(yyyymmdd digits: some Collection<UInt8>) {
        guard digits.count == 8 else { return nil }
        let value = digits.value
        self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
}
