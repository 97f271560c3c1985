import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct JourneyTests {
    @Test func neverGoesBackInTime() {
        for trip in Worlds.large.trips {
            #expect(zip(trip.events, trip.events.dropFirst()).allSatisfy { $0.at <= $1.at }, "\(trip.number)")
        }
        for parcel in parcels(Worlds.season) {
            #expect(zip(parcel.events, parcel.events.dropFirst()).allSatisfy { $0.at <= $1.at }, "\(parcel.number)")
        }
    }

    @Test func takesATimeBetweenAnyTwoStations() {
        for trip in Worlds.large.trips {
            for (here, there) in zip(trip.events, trip.events.dropFirst()) where here.station != there.station {
                #expect(here.at < there.at, "\(trip.number) from \(here) to \(there)")
            }
        }
    }

    @Test func beginsAndEndsWithAnEmptyBox() {
        for trip in Worlds.large.trips {
            #expect(trip.events.first?.milestone == .gatedOut && trip.events.first?.load == .empty)
            #expect(trip.events.last?.milestone == .gatedIn && trip.events.last?.load == .empty)
            #expect(trip.events.dropFirst().dropLast().allSatisfy { $0.load == .laden })
        }
    }

    @Test func deliversNothingBeforeItsContainerIsStripped() throws {
        var delivered = 0
        for trip in Worlds.season.trips {
            for bag in trip.bags() {
                let stripped = try #require(trip.first(.stripped, at: bag.unloadedAt)?.at)
                for parcel in bag.parcels {
                    let late = parcel.events.filter { $0.at > stripped }.map(\.milestone)
                    #expect(late.contains(.presented) && !late.contains(.packed))
                    let end = try #require(parcel.events.last)
                    #expect(end.milestone == .delivered || end.milestone == .returning)
                    #expect(end.at > stripped)
                    delivered += end.milestone == .delivered ? 1 : 0
                }
            }
        }
        #expect(Double(delivered) / Double(parcels(Worlds.season).count) > 0.97)
    }

    @Test func packsParcelsBeforeTheContainerIsStuffedAndDispatchesThemWithIt() throws {
        for trip in Worlds.season.trips {
            let stuffed = try #require(trip.first(.stuffed)?.at)
            let left = try #require(trip.first(.departed, at: .urumqi)?.at)
            for parcel in trip.bags().flatMap(\.parcels) {
                let packed = try #require(parcel.events.first { $0.milestone == .packed })
                #expect(packed.at < stuffed)
                #expect(parcel.events.first { $0.milestone == .dispatched }?.at == left)
            }
        }
    }

    @Test func leavesUrumqiWithTheTrainItIsReallyOn() throws {
        for trip in Worlds.large.trips {
            let left = try #require(trip.first(.departed, at: .urumqi))
            #expect(left.at == Worlds.large.trains[trip.leftOn].departure)
            #expect(left.service == Worlds.large.trains[trip.leftOn].number)
            #expect((trip.leftOn == trip.listedOn) == !trip.fate.isRolled)
        }
    }

    @Test func rollsABoxAfterItMissedItsTrainAndBeforeItsNextLeaves() throws {
        let rolled = Worlds.large.trips.filter { $0.fate.isRolled }
        #expect(!rolled.isEmpty)
        for trip in rolled {
            let missed = try #require(trip.first(.rolled)?.at)
            #expect(missed == Worlds.large.trains[trip.listedOn].departure)
            #expect(try #require(trip.first(.loaded, at: .urumqi)).at > missed)
        }
    }

    @Test func delaysBoxesLeftBehindByOneToFourDays() throws {
        for trip in Worlds.large.trips {
            guard case .leftBehind(let station) = trip.fate else { continue }
            let off = try #require(trip.first(.detached, at: station))
            let on = try #require(trip.first(.attached, at: station))
            let train = Worlds.large.trains[trip.leftOn]
            let dwell = station == .dostyk ? 0 : train.dostykDeparture.since(train.alashankouArrival).inHours
            #expect((23.9...96.1 + dwell * 0.1).contains(on.at.since(off.at).inHours))
            #expect(off.service != on.service)
        }
    }

    @Test func changesWagonAndServiceAtEachBreakOfGauge() throws {
        for trip in Worlds.season.trips where trip.destination == .duisburg {
            for station in [Station.dostyk, .malaszewicze] {
                let off = try #require(trip.first(.discharged, at: station))
                let on = try #require(trip.first(.loaded, at: station))
                #expect(off.at < on.at && off.wagon != on.wagon && off.service != on.service)
            }
            let wagons = trip.events.compactMap(\.wagon)
            #expect(Set(wagons.map(\.count)) == [7, 8, 12])
            #expect(
                wagons.filter { $0.count > 7 }.allSatisfy {
                    CheckDigits.wagon(String($0.dropLast())) == $0.last?.wholeNumberValue
                })
        }
    }

    @Test func movesContainersOfOneTrainTogether() throws {
        let trips = Worlds.season.aboard(Worlds.season.trains[3]).filter {
            $0.destination.isWestOfPoland && $0.fate == .asListed && $0.partialStripAt == nil
        }
        #expect(trips.count > 1)
        #expect(Set(trips.map { $0.first(.borderArrived, at: .malaszewicze)?.at }).count == 1)
    }

    @Test func emptiesSomeContainersPartlyOnTheWay() throws {
        let partial = Worlds.large.trips.filter { $0.partialStripAt != nil }
        #expect(!partial.isEmpty)
        for trip in partial {
            let first = try #require(trip.first(.stripped, at: .moscow)?.at)
            #expect(first < (try #require(trip.first(.stripped, at: trip.destination)?.at)))
            #expect(trip.bags().first?.unloadedAt == .moscow)
        }
    }

    @Test func usesBoxesAgainButNeverForTwoTripsAtOnce() {
        #expect(Worlds.season.trips.contains { $0.isReused })
        let boxes = Dictionary(grouping: Worlds.season.trips, by: \.number)
        #expect(boxes.contains { $0.value.count > 1 })
        for trips in boxes.values {
            let uses = trips.flatMap { [$0.events, $0.otherUse] }.filter { !$0.isEmpty }.sorted { $0[0].at < $1[0].at }
            for (earlier, later) in zip(uses, uses.dropFirst()) {
                #expect(earlier.map(\.at).max() ?? later[0].at < later.map(\.at).min() ?? later[0].at)
            }
        }
    }

    private func parcels(_ world: World) -> [TrueParcel] {
        world.trips.flatMap { $0.bags() }.flatMap(\.parcels)
    }
}
