import Store
import Testing
import Tracking

@testable import Polling

/// When a box plainly speaks for its parcels, so that nobody needs to look closer.
struct BoxJourneyTests {
    /// Hours are those since the parcels were bound.
    private func journey(_ steps: (Milestone, Int)...) -> BoxJourney {
        BoxJourney(
            steps.map {
                TravelledStep(
                    milestone: $0.0, isActual: true, at: .noon.advanced(by: .hours($0.1)), precision: .minute,
                    place: nil)
            })
    }

    private func holds(_ journey: BoxJourney, afterDays days: Int = 6) -> Bool {
        journey.plainlyHolds(since: .noon, now: .noon.advanced(by: .days(days)))
    }

    @Test func aBoxThatNobodyHasOpenedHoldsWhatCameIntoIt() {
        #expect(holds(journey()))
        #expect(holds(journey((.gatedOut, -50), (.stuffed, -20), (.gatedIn, 3), (.departed, 20), (.borderArrived, 40))))
    }

    @Test(arguments: [Milestone.stripped, .gatedOut])
    func aBoxThatWasOpenedOrTakenIsLookedAtClosely(milestone: Milestone) {
        #expect(!holds(journey((.stuffed, -20), (.departed, 20), (milestone, 100))))
        #expect(!holds(journey((.stuffed, -20), (.departed, 20), (milestone, 100), (.loaded, 120))))
    }

    @Test func aPaperThatComesWhenAllIsOverTellsOfAnEmptyBox() {
        #expect(!holds(journey((.stuffed, -400), (.departed, -300), (.stripped, -20))))
    }

    @Test func aBoxThatIsFilledAnewCarriesOthers() {
        #expect(!holds(journey((.stuffed, -20), (.departed, 20), (.stuffed, 130)), afterDays: 8))
    }

    @Test func noJourneyTakesForEver() {
        #expect(!holds(journey((.stuffed, -20), (.departed, 20)), afterDays: 45))
    }
}
