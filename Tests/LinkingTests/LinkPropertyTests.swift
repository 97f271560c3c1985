import CarrierSimulator
import Linking
import Testing
import Tracking

/// What must hold whatever the world is.
@Suite struct LinkPropertyTests {
    static let seeds: [UInt64] = [21, 22, 23]

    private func answers(_ inference: Inference) -> [String] {
        inference.posteriors.flatMap { posterior in
            posterior.members.map { member in
                let parts = (posterior.containers + posterior.trains).map { "\($0.parent)=\($0.probability)" }
                return "\(member) \(parts.joined(separator: " "))"
            }
        }.sorted()
    }

    @Test(arguments: seeds) func probabilitiesOfOneQuestionSumToAtMostOne(_ seed: UInt64) {
        let world = SmallWorld(seed: seed)
        for posterior in world.infer().posteriors {
            for shares in [posterior.containers, posterior.trains] {
                #expect(shares.allSatisfy { (0...1).contains($0.probability) })
                #expect(shares.reduce(0) { $0 + $1.probability } <= 1.000001)
                #expect(shares.reduce(0) { $0 + $1.stated } <= 1.000001)
            }
        }
    }

    @Test(arguments: seeds) func neitherOrderNorRepetitionChangesAnAnswer(_ seed: UInt64) {
        let world = SmallWorld(seed: seed)
        var generator = SeededGenerator(seed: seed)
        let shuffled = LinkInference().infer(
            world.parcels.shuffled(using: &generator), among: world.containers.shuffled(using: &generator))
        #expect(answers(shuffled) == answers(world.infer()))
        #expect(shuffled.repairs == world.infer().repairs)
        #expect(shuffled.conflicts == world.infer().conflicts)
    }

    @Test(arguments: seeds) func everyParcelIsAnsweredOnce(_ seed: UInt64) {
        let world = SmallWorld(seed: seed)
        let members = world.infer().posteriors.flatMap(\.members)
        #expect(members.count == world.parcels.count)
        #expect(Set(members) == Set(world.parcels.map(\.subject)))
    }

    @Test(arguments: seeds) func answersNeverHoldMoreThanIsDeclared(_ seed: UInt64) {
        // With two thirds of what is really inside declared, many must go without.
        let world = SmallWorld(seed: seed, declared: 0.66)
        let pieces = Dictionary(uniqueKeysWithValues: world.parcels.map { ($0.subject, $0.pieces ?? 1) })
        var load: [Subject: Int] = [:]
        for posterior in world.infer().posteriors {
            let answers = posterior.containers.filter { $0.probability >= Posterior.answers }
            #expect(answers.count <= 1)
            for answer in answers {
                load[answer.parent, default: 0] += posterior.members.reduce(0) { $0 + (pieces[$1] ?? 0) }
            }
        }
        for box in world.containers { #expect(load[box.subject, default: 0] <= box.declaredPieces ?? .max) }
        #expect(!load.isEmpty)
    }

    @Test(arguments: seeds) func mostAnswersAreRight(_ seed: UInt64) {
        let world = SmallWorld(seed: seed)
        var given = 0, right = 0
        for posterior in world.infer().posteriors {
            guard let train = posterior.trains.first, train.probability >= 0.95 else { continue }
            given += posterior.members.count
            right += posterior.members.count { world.train(of: $0) == train.parent }
        }
        #expect(Double(given) > 0.7 * Double(world.parcels.count))
        #expect(Double(right) > 0.95 * Double(given))
    }
}
