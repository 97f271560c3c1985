extension Places {
    /// The places that a text may mean: the one it names, by a code or in any language, or else all in whose names it
    /// stands. Two Chinese characters name a place; of other letters it takes three.
    public func matching(_ text: String) -> [Place] {
        let named = resolve(scheme: nil, value: text, country: nil)
        if let place = named.isResolved ? place(code: named.text) : nil { return [place] }
        let part = PlaceName.folded(text)
        let isHan = part.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        // Digits are of numbers; the few places with one in their names are found by the rest.
        guard part.unicodeScalars.count >= (isHan ? 2 : 3), !part.allSatisfy(\.isNumber) else { return [] }
        return all.filter { place in
            [place.nameEN, place.nameZH, place.nameRU].contains { PlaceName.folded($0).contains(part) }
        }
    }
}
