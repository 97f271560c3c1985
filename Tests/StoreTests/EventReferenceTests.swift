import Store
import Testing
import Tracking

struct EventReferenceTests {
    /// Written down once: a reference that people have noted must be found by every later version.
    @Test func aReferenceIsTheSameInEveryDatabaseAndVersion() {
        let key = Sample.event(1, id: "e1").key(source: "line-a")
        #expect(EventReference(key).description == "MRKU9465770#Q3NH6K5")
    }

    @Test func everyPartOfTheKeyCounts() {
        let key = Sample.event(1, id: "e1").key(source: "line-a")
        var others = Array(repeating: key, count: 6)
        others[0].source = "line-b"
        others[1].sourceID = ""
        others[2].rawCode = "EQUIPMENT.DISC"
        others[3].place = nil
        others[4].classifier = .planned
        others[5].occurredAt = Sample.instant(2)
        #expect(Set(([key] + others).map { EventReference($0).description }).count == 7)
    }

    @Test(arguments: ["Q3NH6K5", "q3nh6k5", "Q3NH6"])
    func aReferenceIsKnownAsPeopleWriteIt(text: String) {
        let reference = EventReference(Sample.event(1, id: "e1").key(source: "line-a"))
        #expect(reference.isMeant(by: text))
    }

    @Test(arguments: ["Q3NH", "Q3NH6K6", "", "#"])
    func whatIsTooShortOrAnotherIsNotMeant(text: String) {
        let reference = EventReference(Sample.event(1, id: "e1").key(source: "line-a"))
        #expect(!reference.isMeant(by: text))
        #expect(EventReference.parts(of: "MRKU9465770") == nil)
        #expect(EventReference.parts(of: "A#B#Q3NH6K5")?.code == "A#B")
    }
}
