extension NumberPart {
    /// Everything that differs from it by one slip of the hand: a character more, one less, another one, or two
    /// exchanged. For comparing with numbers that are known; most of it is no number at all.
    public var oneEditAway: Set<String> {
        let characters = Array(text)
        var found: Set<String> = []
        func add(_ edit: (inout [Character]) -> Void) {
            var changed = characters
            edit(&changed)
            found.insert(String(changed))
        }
        for place in characters.indices {
            add { $0.remove(at: place) }
            if place + 1 < characters.count { add { $0.swapAt(place, place + 1) } }
            for other in Self.alphabet { add { $0[place] = other } }
        }
        for place in 0...characters.count {
            for other in Self.alphabet { add { $0.insert(other, at: place) } }
        }
        found.remove(text)
        return found
    }

    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
