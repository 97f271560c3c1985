import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

/// Whatever happened: deriving it again finds what is there.
struct ReplayPropertyTests {
    /// Each seed is a story of its own, and after every message of it is a case.
    @Test(arguments: 0..<32)
    func replayWithoutAChangedProfileChangesNothing(seed: Int) async throws {
        let annals = try Annals(seed: UInt64(seed), inOrder: seed % 2 == 0)
        for step in 0..<24 {
            try await annals.goOn()
            let before = try annals.rows()
            let result = try annals.replay()
            #expect(result.differences.isEmpty && result.corrections.isEmpty, "seed \(seed), step \(step)")
            let after = try annals.rows()
            #expect(before == after, "seed \(seed), step \(step)")
            guard result.differences.isEmpty, before == after else { return }
        }
    }

    /// What a changed profile makes of the archive is what it would have made of the messages when they came.
    @Test(arguments: 100..<132)
    func aChangedProfileGivesExactlyTheDifference(seed: Int) async throws {
        let annals = try Annals(seed: UInt64(seed), inOrder: seed % 2 == 0)
        let others = try Annals(seed: UInt64(seed), inOrder: seed % 2 == 0, profile: TellerProfile.changed)
        let changed = try ProfileLibrary(user: [Profile(yaml: TellerProfile.changed, file: "teller.yaml")])
        for _ in 0..<30 {
            try await annals.goOn()
            try await others.goOn()
        }
        let (before, rows) = (try annals.digest(), try annals.rows())
        let rehearsal = try annals.replay(changed, keeps: false)
        #expect(try annals.rows() == rows, "a rehearsal keeps nothing")
        #expect(!rehearsal.differences.isEmpty)

        let result = try annals.replay(changed)
        #expect(result.differences == rehearsal.differences)
        #expect(result.differences.allSatisfy { $0.sort.what == "event" }, "only milestones were changed")
        #expect(try annals.digest() == others.digest())
        #expect(try annals.replay(changed).differences.isEmpty)

        _ = try annals.replay()
        #expect(try annals.digest() == before, "and back")
    }

    /// After every message what is answered is noted; later the same is answered as of then, whatever happened since.
    @Test(arguments: 200..<232)
    func whatWasAnsweredIsReproduced(seed: Int) async throws {
        let annals = try Annals(seed: UInt64(seed), inOrder: true)
        let changed = try ProfileLibrary(user: [Profile(yaml: TellerProfile.changed, file: "teller.yaml")])
        var noted: [(at: Instant, answers: [String])] = []
        for step in 0..<24 {
            let at = try await annals.goOn()
            if step % 9 == 8 { _ = try annals.replay(step % 2 == 0 ? changed : nil) }
            noted.append((at, try annals.answers()))
        }
        for (step, moment) in noted.enumerated() {
            let answers = try annals.answers(asOf: moment.at)
            for (now, then) in zip(answers, moment.answers) {
                #expect(now == then, "seed \(seed), step \(step)")
                guard now == then else { return }
            }
        }
    }

    /// The archived bytes, brought once more, say nothing that is not known.
    @Test(arguments: [3032] + Array(300..<324))
    func bringingTheArchiveAgainAddsNoRow(seed: Int) async throws {
        let annals = try Annals(seed: UInt64(seed), inOrder: seed % 2 == 0)
        for _ in 0..<24 { try await annals.goOn() }
        let (before, digest) = (try annals.believed(), try annals.digest())
        #expect(try annals.bringEverythingAgain() > 0)
        #expect(try annals.believed() == before)
        #expect(try annals.digest() == digest)
    }
}
