import Testing

@testable import Tracking

@Suite struct WordsTests {
    @Test(arguments: Language.allCases)
    func everyMilestoneHasANameOfItsOwn(_ language: Language) {
        let names = Milestone.allCases.map { $0.name(language) }
        #expect(names.allSatisfy { !$0.isEmpty })
        #expect(Set(names).count == names.count)
        let stages = Stage.allCases.map { $0.name(language) }
        #expect(Set(stages).count == Stage.allCases.count)
    }

    @Test func namesAreInTheirScripts() {
        for milestone in Milestone.allCases {
            #expect(milestone.name(.en).utf8.allSatisfy { $0 < 0x80 })
            #expect(milestone.name(.zh).unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) })
            #expect(milestone.name(.ru).unicodeScalars.allSatisfy { (0x400...0x4FF).contains($0.value) || $0 == " " })
        }
    }

    @Test(arguments: [
        (Milestone.gatedOut, "left terminal", "出场站"), (.stripped, "unpacked", "拆箱"), (.departed, "departed", "已发车"),
        (.delivered, "delivered", "已签收"), (.gaugeChanged, "gauge changed", "已换装"),
        (.exportCleared, "released for export", "出口放行"),
    ])
    func namesAreTheWordsOfTheTrade(_ milestone: Milestone, _ english: String, _ chinese: String) {
        #expect(milestone.name(.en) == english && milestone.name(.zh) == chinese)
    }

    @Test func aReleaseNeverSaysDeparted() {
        for milestone in Milestone.allCases where milestone != .departed && milestone != .borderDeparted {
            #expect(!milestone.name(.en).contains("depart") && !milestone.name(.zh).contains("发车"))
        }
    }

    @Test func orderFollowsAJourney() {
        let journey: [Milestone] = [
            .announced, .accepted, .exportDeclared, .exportCleared, .packed, .stuffed, .gatedIn, .loaded, .departed,
            .borderArrived, .gaugeChanged, .borderDeparted, .discharged, .gatedOut, .stripped, .importCleared,
            .handedOver, .outForDelivery, .delivered,
        ]
        #expect(journey.map(\.order) == journey.map(\.order).sorted())
        #expect(Set(Milestone.allCases.map(\.order)).count == Milestone.allCases.count)
    }

    @Test(arguments: [
        (Milestone.accepted, Stage.origin), (.exportHeld, .export), (.departed, .rail), (.gaugeChanged, .border),
        (.importCleared, .import), (.outForDelivery, .lastMile), (.delivered, .end), (.lost, .end),
    ])
    func milestonesBelongToStages(_ milestone: Milestone, _ stage: Stage) {
        #expect(milestone.stage == stage)
    }
}
