/// Decides which numbers the next request is about.
protocol PollPolicy {
    /// A number has become known.
    mutating func took(_ id: Int, _ numbers: inout [AskedNumber])

    /// The numbers of the next request.
    mutating func choose(_ count: Int, of active: [Int], _ numbers: inout [AskedNumber], now: Double) -> [Int]

    /// A number was asked about.
    mutating func asked(_ id: Int, _ numbers: inout [AskedNumber], hadNews: Bool, previous: Double, now: Double)

    /// A quarter of an hour has passed.
    mutating func passed(_ now: Double, _ active: [Int], _ numbers: inout [AskedNumber], requestsPerHour: Int)
}

extension PollPolicy {
    mutating func took(_ id: Int, _ numbers: inout [AskedNumber]) {}
    mutating func asked(_ id: Int, _ numbers: inout [AskedNumber], hadNews: Bool, previous: Double, now: Double) {}
    mutating func passed(_ now: Double, _ active: [Int], _ numbers: inout [AskedNumber], requestsPerHour: Int) {}
}

extension Collection where Element == Int {
    /// The elements with the smallest keys.
    func least(_ count: Int, by key: (Int) -> Double) -> [Int] {
        let keyed = map { (key: key($0), id: $0) }.sorted { ($0.key, $0.id) < ($1.key, $1.id) }
        return keyed.prefix(count).map(\.id)
    }
}
