import Forecasting
import Store
import Testing
import Tracking

@testable import Polling

/// What past journeys teach of how long legs take.
struct JourneyReaderTests {
    private let reader = JourneyReader(places: .corridor)

    private func step(
        _ milestone: Milestone, _ hours: Int, _ place: String, actual: Bool = true, precision: TimePrecision = .minute
    ) -> TravelledStep {
        TravelledStep(
            milestone: milestone, isActual: actual, at: .noon.advanced(by: .hours(hours)), precision: precision,
            place: PlaceReference(text: place))
    }

    @Test func eachLegLastsFromOneHappeningToTheNext() {
        let seen = reader.observations([
            [step(.departed, 0, "URH"), step(.borderArrived, 13, "ALK"), step(.borderDeparted, 40, "ALK")]
        ])
        #expect(
            seen == [
                LegObservation(Leg(after: .departed, place: "URH", toward: "CN"), ObservedSpan(exactly: 13)),
                LegObservation(Leg(after: .borderArrived, place: "ALK", toward: "CN"), ObservedSpan(exactly: 27)),
            ])
    }

    @Test func whatIsExpectedTellsWhereItIsBoundAndNoTime() {
        let seen = reader.observations([
            [step(.departed, 0, "URH"), step(.borderArrived, 13, "ALK"), step(.arrived, 300, "DUI", actual: false)]
        ])
        #expect(
            seen == [LegObservation(Leg(after: .departed, place: "URH", toward: "DE"), ObservedSpan(exactly: 13))])
    }

    @Test func fiftyBoxesOfOneTrainAreOneObservation() {
        let journey = [step(.departed, 0, "URH"), step(.borderArrived, 13, "ALK")]
        #expect(reader.observations(Array(repeating: journey, count: 50)).count == 1)
    }

    @Test func whatIsKnownToADayIsASpanOfTwo() {
        let seen = reader.observations([
            [step(.departed, 0, "URH", precision: .day), step(.borderArrived, 48, "ALK", precision: .day)]
        ])
        #expect(seen.map(\.span) == [ObservedSpan(low: 24, high: 72)])
    }

    @Test func whatHappenedAtTheSameMomentIsNoWaiting() {
        #expect(reader.observations([[step(.gaugeChanged, 5, "DST"), step(.loaded, 5, "DST")]]).isEmpty)
    }
}
