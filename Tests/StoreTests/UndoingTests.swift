import Foundation
import Store
import TestSupport
import Testing
import Tracking

/// A message that is taken back leaves the same state as if it had never come, and what others said too stays.
struct UndoingTests {
    @Test(arguments: 0..<80)
    func withoutAMessageAllIsAsIfItHadNeverCome(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let stories = FileStories.random(&random)
        let undone = try #require(stories.randomElement(using: &random))
        let shelf = try Shelf()
        for story in stories.shuffled(using: &random) { try shelf.take(story.message, story.items) }
        try shelf.undo(undone, stories)

        let other = try Shelf()
        for story in stories where story.message.sha256 != undone.message.sha256 {
            try other.take(story.message, story.items)
        }
        #expect(try shelf.digest() == other.digest())
    }

    @Test(arguments: 0..<40)
    func takingBackSeveralInAnyOrderLeavesTheRest(seed: Int) throws {
        var random = SeededGenerator(seed: 1000 + UInt64(seed))
        let stories = FileStories.random(&random)
        let undone = Array(stories.shuffled(using: &random).prefix(3))
        let shelf = try Shelf()
        for story in stories { try shelf.take(story.message, story.items) }
        for story in undone { try shelf.undo(story, stories) }

        let gone = Set(undone.map(\.message.sha256))
        let other = try Shelf()
        for story in stories where !gone.contains(story.message.sha256) { try other.take(story.message, story.items) }
        #expect(try shelf.digest() == other.digest())
    }

    @Test(arguments: 0..<20)
    func theSameFileAgainBringsItBack(seed: Int) throws {
        var random = SeededGenerator(seed: 2000 + UInt64(seed))
        let stories = FileStories.random(&random)
        let undone = try #require(stories.randomElement(using: &random))
        let shelf = try Shelf()
        for story in stories { try shelf.take(story.message, story.items) }
        try shelf.undo(undone, stories)
        try shelf.take(undone.message, undone.items)
        let other = try Shelf()
        for story in stories { try other.take(story.message, story.items) }
        #expect(try shelf.digest() == other.digest())
    }

    @Test(arguments: 0..<80)
    func aNewVersionLeavesWhatItSaysAlone(seed: Int) throws {
        var random = SeededGenerator(seed: 3000 + UInt64(seed))
        var stories = FileStories.random(&random)
        let new = stories.removeLast()
        let old = try #require(stories.randomElement(using: &random))
        let shelf = try Shelf()
        for story in stories { try shelf.take(story.message, story.items) }
        try shelf.replace(old, by: new, stories + [new])

        let other = try Shelf()
        for story in stories + [new] where story.message.sha256 != old.message.sha256 {
            try other.take(story.message, story.items)
        }
        #expect(try shelf.digest() == other.digest())
    }

    @Test(arguments: 0..<40)
    func takingBackANewVersionBringsTheOldOneBack(seed: Int) throws {
        var random = SeededGenerator(seed: 4000 + UInt64(seed))
        var stories = FileStories.random(&random)
        let new = stories.removeLast()
        let old = try #require(stories.randomElement(using: &random))
        let shelf = try Shelf()
        for story in stories { try shelf.take(story.message, story.items) }
        let before = try shelf.digest()
        try shelf.replace(old, by: new, stories + [new])
        let withdrawal = try #require(try shelf.undo(new, stories + [new]))
        #expect(withdrawal.revived != nil)
        #expect(try shelf.digest() == before)
    }

    @Test func whatWasAnsweredBeforeStaysTheAnswerOfThen() throws {
        let link = ReportedLink(child: Sample.parcel, parent: Sample.container)
        let story = FileStories.Story("a", at: 1, [Sample.item(links: [link])])
        let again = FileStories.Story("b", at: 2, [Sample.item(links: [link])])
        let shelf = try Shelf()
        try shelf.take(story.message, story.items)
        try shelf.take(again.message, again.items)
        try shelf.undo(story, [story, again], at: 3)
        let now = try shelf.links(of: Sample.parcel)
        #expect(now.map(\.message.rawValue) == [2], "the second file says it from now on")
        #expect(now.map(\.recordedAt) == [Sample.instant(2)], "and it is as old as that file")
        #expect(try shelf.links(of: Sample.parcel, asOf: Sample.instant(1)).map(\.message.rawValue) == [1])
        #expect(try shelf.links(of: Sample.parcel, asOf: Sample.instant(2)).map(\.message.rawValue) == [1])
    }

    @Test func whatBothVersionsSayIsKnownSinceTheOldOne() throws {
        let both = ReportedLink(child: Sample.parcel, parent: Sample.container)
        let dropped = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2415800000000002")
        let gone = ReportedLink(child: dropped, parent: Sample.container)
        let old = FileStories.Story("old", at: 1, [Sample.item(links: [both]), Sample.item(links: [gone])])
        let new = FileStories.Story("new", at: 5, [Sample.item(links: [both])])
        let shelf = try Shelf()
        try shelf.take(old.message, old.items)
        let withdrawal = try #require(try shelf.replace(old, by: new, [old, new], at: 5))
        #expect(withdrawal.lacking == [dropped])
        #expect(try shelf.links(of: Sample.parcel).map(\.recordedAt) == [Sample.instant(1)])
        #expect(try shelf.links(of: dropped).isEmpty)
        #expect(try shelf.links(of: dropped, asOf: Sample.instant(4)).count == 1)
    }

    @Test func anArchiveThatCannotBeReadLeavesEverythingAsItWas() throws {
        let story = FileStories.Story("a", at: 1, [Sample.item([Sample.event(1)])])
        let shelf = try Shelf()
        try shelf.take(story.message, story.items)
        let before = try shelf.digest()
        #expect(throws: FileStories.Unreadable.self) { try shelf.undo(story, []) }
        #expect(try shelf.digest() == before)
        #expect(try shelf.undo(story, [story]) != nil, "it is still in force, so it can be taken back")
    }
}

/// Files that repeat, change and contradict each other.
enum FileStories {
    struct Story {
        var message: Message
        var items: [ReportedItem]

        init(_ name: String, at hour: Int, _ items: [ReportedItem]) {
            message = Sample.message(name, source: "manifest", channel: .file, at: Sample.instant(hour))
            self.items = items
        }
    }

    struct Unreadable: Error {}

    /// Reads what was written, by its fingerprint.
    struct Memory: ArchiveReading {
        var stories: [Story]

        func read(_ message: ArchivedMessage, take: (Report) throws -> Void) throws {
            guard let story = stories.first(where: { $0.message.sha256 == message.sha256 }) else { throw Unreadable() }
            try take(Report(items: story.items))
        }
    }

    static func random(_ random: inout SeededGenerator) -> [Story] {
        (0..<8).map { index in
            let items = (0..<Int.random(in: 1...4, using: &random)).map { _ in item(&random) }
            return Story("\(index) \(items)", at: index, items)
        }
    }

    private static func item(_ random: inout SeededGenerator) -> ReportedItem {
        let number = Int.random(in: 1...2, using: &random)
        let parcel = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT241580000000000\(number)")
        let until = EventTime(Sample.instant(Int.random(in: 10...11, using: &random)), offsetMinutes: 480)
        let id = Int.random(in: 0...4, using: &random)
        let event = Sample.event(
            Int.random(in: 0...2, using: &random), id: id < 3 ? "e\(id)" : nil,
            version: Bool.random(using: &random) ? "\(Int.random(in: 1...3, using: &random))" : nil,
            retracted: id == 2 && Bool.random(using: &random))
        let parent = [Sample.container, Sample.train].randomElement(using: &random) ?? Sample.container
        let link = ReportedLink(child: parcel, parent: parent, until: Bool.random(using: &random) ? until : nil)
        let order = Subject(.parcel, .number, "SO-\(Int.random(in: 1...2, using: &random))")
        let fact = ReportedFact(subject: parcel, name: "weight_kg", value: "\(Int.random(in: 1...2, using: &random))")
        return ReportedItem(
            position: "line", events: Bool.random(using: &random) ? [event] : [],
            links: Bool.random(using: &random) ? [link] : [],
            aliases: Bool.random(using: &random)
                ? [ReportedAlias(subject: parcel, alias: order, role: .order)] : [],
            facts: Bool.random(using: &random) ? [fact] : [])
    }
}

extension Shelf {
    @discardableResult
    func undo(_ story: FileStories.Story, _ stories: [FileStories.Story], at hour: Int = 50) throws -> Withdrawal? {
        let undoing = ReportedUndoing(source: "manifest", sha256: story.message.sha256)
        return try writer.acceptAndWait(Self.said(undoing, at: hour), reading: FileStories.Memory(stories: stories))
            .withdrawals.first
    }

    @discardableResult
    func replace(
        _ old: FileStories.Story, by new: FileStories.Story, _ stories: [FileStories.Story], at hour: Int = 40
    ) throws -> Withdrawal? {
        let undoing = ReportedUndoing(
            source: "manifest", sha256: old.message.sha256, replacement: new.message.sha256)
        let arrival = Arrival.short(.init(message: new.message, report: Report(items: new.items)))
        return try writer.acceptAndWait(
            Self.said(undoing, at: hour), after: arrival, reading: FileStories.Memory(stories: stories)
        ).withdrawals.first
    }

    func links(of subject: Subject, asOf: Instant? = nil) throws -> [Link] {
        try StoreReader(path: path).read(asOf: asOf) { session in
            try session.stored(subject).map { try session.dossier(of: $0).links } ?? []
        }
    }

    private static func said(_ undoing: ReportedUndoing, at hour: Int) -> Delivery.Part {
        let item = ReportedItem(position: "line 1", undoings: [undoing])
        let message = Sample.message(
            "\(undoing) \(hour)", source: "dispatcher", channel: .person, at: Sample.instant(hour))
        return Delivery.Part(message: message, report: Report(items: [item]))
    }
}
