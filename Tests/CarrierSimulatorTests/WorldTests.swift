import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct WorldTests {
    @Test func isTheSameForTheSameSeed() {
        let first = World(seed: 5), second = World(seed: 5)
        #expect(first.trains == second.trains)
        #expect(first.trips == second.trips)
        #expect(first.trips.map { $0.bags() } == second.trips.map { $0.bags() })
    }

    @Test func isTheSameOnEveryRun() throws {
        let world = World.demo()
        let bytes = try world.trains.flatMap { try ManifestWriter().manifest(of: $0, in: world) }
        let times = world.trips.flatMap(\.events).map { String($0.at.milliseconds) }.joined(separator: ",")
        #expect(fingerprint(bytes + times.utf8) == 6_994_780_118_104_796_427)
    }

    @Test func isAnotherForAnotherSeed() {
        #expect(World(seed: 5).trains != World(seed: 6).trains)
        let numbers = [5, 6].map { Set(World(seed: $0).trips.flatMap { $0.bags() }.flatMap(\.parcels).map(\.number)) }
        #expect(numbers[0].isDisjoint(with: numbers[1]))
    }

    @Test func runsEachTrainAfterTheOneBeforeOnTheDayItWasPlannedFor() {
        let trains = Worlds.large.trains
        #expect(zip(trains, trains.dropFirst()).allSatisfy { $0.departure < $1.departure })
        #expect(trains.allSatisfy { $0.departure >= $0.plannedDeparture })
        #expect(trains.allSatisfy { $0.date == LocalTime($0.plannedDeparture, offsetMinutes: 480).date })
        #expect(Set(trains.map(\.code)).count == trains.count)
        let hours = trains[399].departure.since(trains[0].departure).inHours / 399
        #expect((11...14.5).contains(hours))
    }

    @Test func numbersTrainsAsOutboundBlockTrains() {
        #expect(Worlds.season.trains.allSatisfy { $0.number.wholeMatch(of: /X8[0-9]{2}[13579]/) != nil })
    }

    @Test func givesEveryNumberToOneThingOnly() {
        let bags = Worlds.season.trips.flatMap { $0.bags() }
        let parcels = bags.flatMap(\.parcels)
        #expect(Set(bags.map(\.number)).count == bags.count)
        #expect(Set(parcels.map(\.number)).count == parcels.count)
        #expect(Set(parcels.map(\.lastMile)).count == parcels.count)
        #expect(Set(parcels.map(\.lastMile)).isDisjoint(with: parcels.map(\.number)))
    }

    @Test func numbersContainersByISO6346WithTheRareRemainderToo() {
        let numbers = Set(Worlds.large.trips.map(\.number))
        #expect(numbers.allSatisfy { CheckDigits.iso6346(String($0.dropLast())) == $0.last?.wholeNumberValue })
        let isRemainder10 = numbers.filter { $0.hasSuffix("0") }.count
        // Remainders 0 and 10 both end in 0, so two numbers of eleven do when none is avoided.
        #expect((0.15...0.22).contains(Double(isRemainder10) / Double(numbers.count)))
    }

    @Test func usesNumbersOfEachKindForParcels() {
        let numbers = Worlds.season.trips.flatMap { $0.bags() }.flatMap(\.parcels).map(\.number)
        let kinds = [/YT[0-9]{16}/, /LY[0-9]{9}CN/, /[0-9]{14}/].map { kind in
            numbers.filter { $0.wholeMatch(of: kind) != nil }.count
        }
        #expect(kinds.reduce(0, +) == numbers.count)
        #expect(kinds[0] > kinds[1] && kinds[1] > kinds[2] && kinds[2] > 0)
    }

    @Test func leavesThreeOfAHundredContainersBehind() {
        let trips = Worlds.large.trips
        let share = Double(trips.filter { $0.fate != .asListed }.count) / Double(trips.count)
        #expect((0.024...0.036).contains(share))
        #expect(trips.contains { $0.fate.isRolled })
        for station in [Station.alashankou, .dostyk] {
            #expect(trips.contains { $0.fate == .leftBehind(at: station) })
        }
    }

    @Test func makesADemonstrationOfOneRolledContainer() {
        let world = World.demo()
        let listed = world.listed(on: world.trains[0])
        #expect(listed.count == 4)
        #expect(listed.flatMap { $0.bags() }.flatMap(\.parcels).count == 40)
        #expect(listed.filter { $0.fate == .rolled(to: 1) }.count == 1)
        #expect(world.aboard(world.trains[0]).count == 3)
        #expect(world.aboard(world.trains[1]).count == 5)
        #expect(world.trips.allSatisfy { $0.destination == .duisburg })
    }

    @Test func sendsSomeContainersNeitherToEuropeNorByTheWay() {
        let trips = Worlds.season.trips
        for destination in [Station.almaty, .moscow, .duisburg, .hamburg, .lodz] {
            #expect(trips.contains { $0.destination == destination })
        }
        let eastern = trips.filter { $0.destination == .almaty || $0.destination == .moscow }
        #expect(eastern.allSatisfy { $0.first(.borderArrived, at: .malaszewicze) == nil })
        #expect(eastern.allSatisfy { $0.first(.stripped, at: $0.destination) != nil })
    }

    private func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
