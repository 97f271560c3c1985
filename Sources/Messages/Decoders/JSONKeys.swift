/// The keys of one object, to notice one that stands twice, however it is escaped.
struct JSONKeys {
    private var plain: [ArraySlice<UInt8>] = []
    private var many: Set<[UInt8]>?

    /// False if the key is already there.
    mutating func insert(_ key: ArraySlice<UInt8>, hasEscapes: Bool) -> Bool {
        let key = hasEscapes ? JSONText.unescaped(key)[...] : key
        if many != nil { return many?.insert(Array(key)).inserted ?? true }
        if plain.contains(where: { $0.elementsEqual(key) }) { return false }
        plain.append(key)
        // Comparing each with each is fastest for the few keys of a usual object, and ruinous for a hostile one.
        if plain.count > 24 { many = Set(plain.map(Array.init)) }
        return true
    }
}
