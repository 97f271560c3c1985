import TestSupport

/// Makes up messages of the teller's: few numbers, few codes, few times, so that they meet again and again.
struct Storyteller {
    var random: SeededGenerator

    static let boxes = ["MRKU9465770", "MSCU6639870"]
    static let parcels = ["P1", "P2", "P3"]

    mutating func message() -> String {
        let items = (0..<Int.random(in: 1...4, using: &random)).map { _ in item() }
        return #"{"told": [\#(items.joined(separator: ", "))]}"#
    }

    private mutating func item() -> String {
        var parts: [String] = []
        if chance(0.7) { parts.append(#""e": [\#(event())]"#) }
        if chance(0.5) { parts.append(#""l": [\#(link())]"#) }
        if chance(0.2) { parts.append(#""a": [\#(alias())]"#) }
        if chance(0.4) { parts.append(#""f": [\#(fact())]"#) }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    private mutating func event() -> String {
        var members = [subject(), #""m": "\#(one(["A", "B", "C", "D"]))""#, #""at": "\#(time())""#]
        if chance(0.6) {
            members.append(#""id": "e\#(Int.random(in: 0...3, using: &random))""#)
            if chance(0.5) { members.append(#""v": "\#(Int.random(in: 1...3, using: &random))""#) }
            if chance(0.15) { members.append(#""x": "1""#) }
        }
        if chance(0.3) { members.append(#""t": "\#(one(["one", "two"]))""#) }
        return "{" + members.joined(separator: ", ") + "}"
    }

    private mutating func link() -> String {
        var members = [
            #""k": "parcel", "s": "number", "c": "\#(one(Self.parcels))""#,
            #""pk": "container", "pc": "\#(one(Self.boxes))""#,
        ]
        if chance(0.2) {
            members = [
                #""k": "container", "c": "\#(one(Self.boxes))", "pk": "train", "pc": "X8157@2026-11-20""#
            ]
        }
        if chance(0.3) { members.append(#""until": "\#(time())""#) }
        if chance(0.3) { members.append(#""b": "observed""#) }
        if chance(0.2) { members.append(#""x": "1""#) }
        return "{" + members.joined(separator: ", ") + "}"
    }

    private mutating func alias() -> String { #"{"c": "\#(one(Self.parcels))", "a": "L\#(one(["1", "2"]))"}"# }

    private mutating func fact() -> String {
        #"{\#(subject()), "n": "\#(one(["weight_kg", "country"]))", "v": "\#(one(["1", "2", "3"]))"}"#
    }

    mutating func subject() -> String {
        chance(0.5)
            ? #""k": "container", "c": "\#(one(Self.boxes))""#
            : #""k": "parcel", "s": "number", "c": "\#(one(Self.parcels))""#
    }

    mutating func time() -> String { "2026-11-2\(Int.random(in: 0...3, using: &random))T06:00:00Z" }

    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

    mutating func one<Element>(_ all: [Element]) -> Element { all[Int.random(in: 0..<all.count, using: &random)] }
}
