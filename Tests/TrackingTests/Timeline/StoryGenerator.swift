import Tracking

/// A small generator with a seed, so that a failure can be told again (SplitMix64).
struct StorySeed: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<T>(_ values: [T]) -> T {
        values[Int.random(in: 0..<values.count, using: &self)]
    }
}

extension Story {
    /// Anything that may be told, sensible or not: what matters is that every order of it reads the same.
    static func random(_ seed: inout StorySeed, own: [Milestone] = Milestone.allCases) -> Story {
        var story = Story(parcel)
        let parents = [bag, box, otherBox, train, laterTrain, list, Subject(.wagon, .number, "94512345")]
        let places = Corridor.places.keys.sorted() + ["name:Yiwu"]
        for _ in 0..<Int.random(in: 0...8, using: &seed) {
            let child = seed.pick([parcel, bag, box, otherBox])
            let parent = seed.pick(parents)
            let day = Int.random(in: 15...25, using: &seed)
            if child == parent { continue }
            story.put(
                child, in: parent, received: moment(day, Int.random(in: 0...23, using: &seed)),
                message: Int64.random(in: 1...6, using: &seed),
                from: seed.chance(15) ? clock(day) : nil, until: seed.chance(15) ? clock(day + 9) : nil,
                basis: seed.chance(30) ? seed.pick(LinkBasis.allCases) : nil,
                probability: seed.pick([1, 0.9, 0.6]))
        }
        for _ in 0..<Int.random(in: 0...40, using: &seed) {
            let subject = seed.pick([parcel, local] + parents)
            let isOwn = subject == parcel || subject == local
            let day = Int.random(in: 10...40, using: &seed)
            let time = seed.chance(30) ? wholeDay(day) : clock(day, Int.random(in: 0...23, using: &seed))
            story.tell(
                subject, seed.pick(isOwn ? own : Milestone.allCases), time,
                seed.chance(80) ? seed.pick(places) : nil, load: seed.chance(10) ? .empty : nil,
                classifier: seed.pick([.actual, .actual, .actual, .planned, .estimated]),
                source: seed.pick(["a", "b", "c"]), message: Int64.random(in: 1...9, using: &seed))
        }
        if seed.chance(40) { story.also(local, seed.pick(AliasRole.allCases)) }
        let numbers = [parcel, local, bag, list, Subject(.parcel, .number, "SO-1"), Subject(.parcel, .number, "YT2")]
        for _ in 0..<(seed.chance(40) ? Int.random(in: 1...6, using: &seed) : 0) {
            story.also(
                seed.pick(numbers), seed.pick(AliasRole.allCases), of: seed.pick(numbers),
                from: seed.chance(20) ? clock(Int.random(in: 1...40, using: &seed)) : nil,
                source: seed.pick(["a", "b"]), message: Int64.random(in: 1...6, using: &seed),
                at: moment(seed.pick([10, 20, 200])))
        }
        if seed.chance(40) { story.state(seed.pick([parcel, box]), "unload", seed.pick(places)) }
        if seed.chance(20) { story.state(parcel, "destination", seed.pick(places)) }
        return story
    }

    func shuffled(_ seed: inout StorySeed) -> Story {
        var story = self
        story.dossier.events.shuffle(using: &seed)
        story.dossier.links.shuffle(using: &seed)
        story.dossier.aliases.shuffle(using: &seed)
        story.dossier.facts.shuffle(using: &seed)
        return story
    }
}
