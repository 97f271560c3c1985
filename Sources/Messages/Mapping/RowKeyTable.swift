/// A table of keys that are hashes already, each with a value; a dictionary would hash them again at every growth.
struct RowKeyTable {
    private var keys: [(first: UInt64, second: UInt64)] = Array(repeating: (0, 0), count: 64)
    /// As long as the keys once a value is not 0, and empty until then.
    private var values: [UInt64] = []
    private var count = 0

    /// The value that the key already has; nil if it is new and now has `value`.
    mutating func insert(_ key: RowKey, _ value: UInt64 = 0) -> UInt64? {
        // The keys are hashes of the best kind, so that probing stays short in a table that is four fifths full.
        if count * 5 >= keys.count * 4 { grow() }
        let place = place(of: key.first, key.second)
        if keys[place].first != 0 { return values.isEmpty ? 0 : values[place] }
        keys[place] = (key.first, key.second)
        if value != 0, values.isEmpty { values = Array(repeating: 0, count: keys.count) }
        if !values.isEmpty { values[place] = value }
        count += 1
        return nil
    }

    private func place(of first: UInt64, _ second: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: first >> 1) & mask
        while keys[place].first != 0, keys[place].first != first || keys[place].second != second {
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = Array(repeating: (0, 0), count: old.0.count * 2)
        if !old.1.isEmpty { values = Array(repeating: 0, count: keys.count) }
        for (index, key) in old.0.enumerated() where key.first != 0 {
            let place = place(of: key.first, key.second)
            keys[place] = key
            if !old.1.isEmpty { values[place] = old.1[index] }
        }
    }
}
