import Testing

@testable import Tracking

@Suite struct ZonesTests {
    private func utc(_ local: String, in zone: String) throws -> String {
        try TimeReader().read(local, zone: zone, place: nil, assumed: nil, reference: nil).instant.iso8601UTC
    }

    @Test(arguments: [
        ("2024-03-06T14:56", "Asia/Shanghai", "2024-03-06T06:56:00Z"),
        ("2024-03-07T23:20", "Asia/Almaty", "2024-03-07T18:20:00Z"),
        ("2024-02-29T22:30", "Asia/Almaty", "2024-02-29T16:30:00Z"),
        ("2024-03-01T00:00", "Asia/Qostanay", "2024-02-29T19:00:00Z"),
        ("2026-11-23T12:00", "Europe/Minsk", "2026-11-23T09:00:00Z"),
        ("2026-11-23T12:00", "Europe/Kaliningrad", "2026-11-23T10:00:00Z"),
        ("2026-07-01T12:00", "Europe/Berlin", "2026-07-01T10:00:00Z"),
        ("2026-11-23T12:00", "UTC", "2026-11-23T12:00:00Z"),
    ])
    func clocksOfTheCorridorAreKnown(_ local: String, _ zone: String, _ expected: String) throws {
        #expect(try utc(local, in: zone) == expected)
    }

    @Test func anHourShownTwiceIsTheFirst() throws {
        #expect(try utc("2026-10-25T02:30", in: "Europe/Warsaw") == "2026-10-25T00:30:00Z")
        #expect(try utc("2024-02-29T23:30", in: "Asia/Almaty") == "2024-02-29T17:30:00Z")
        #expect(try utc("2026-10-25T01:59:59", in: "Europe/Warsaw") == "2026-10-24T23:59:59Z")
        #expect(try utc("2026-10-25T03:00", in: "Europe/Warsaw") == "2026-10-25T02:00:00Z")
    }

    @Test func aSkippedHourIsShiftedForward() throws {
        let time = try TimeReader().read(
            "2026-03-29T02:30", zone: "Europe/Warsaw", place: nil, assumed: nil, reference: nil)
        #expect(time.iso8601 == "2026-03-29T03:30:00+02:00")
        #expect(try utc("2026-03-29T01:59:59", in: "Europe/Warsaw") == "2026-03-29T00:59:59Z")
        #expect(try utc("2026-03-29T03:00", in: "Europe/Warsaw") == "2026-03-29T01:00:00Z")
    }

    @Test func theZonesProgramsNeedResolve() {
        #expect(Zones.check(["Asia/Shanghai", "Asia/Almaty", "Europe/Berlin"]).isEmpty)
        #expect(Zones.check(["Asia/Shanghai", "Asia/Astana", "Nowhere", "CST"]) == ["Asia/Astana", "Nowhere", "CST"])
    }

    /// Every wall time of the hours around a change comes back as itself, but for the hours that occur twice or never.
    @Test(arguments: ["Europe/Berlin", "Asia/Almaty", "Europe/London", "Europe/Istanbul", "Asia/Shanghai"])
    func aClockIsReadBackAtItsInstant(_ zone: String) throws {
        var generator = SeededGenerator(seed: 25)
        let zones = Zones()
        var twice = 0
        for _ in 0..<5000 {
            let instant = Instant(seconds: Int64.random(in: 1_577_836_800...1_830_297_600, using: &generator))
            let time = try #require(EventTime(instant, in: zone, zones: zones))
            let wall = WallTime(instant, offsetMinutes: time.offsetMinutes)
            let resolved = try #require(zones.resolve(wall, in: zone))
            if resolved.instant != instant { twice += 1 }
            #expect(WallTime(resolved.instant, offsetMinutes: resolved.offsetMinutes).date == wall.date)
            #expect(resolved.instant <= instant)
        }
        #expect(twice < 10)
    }

    @Test func oneMemoServesManyThreads() async {
        let zones = Zones()
        let names = ["Asia/Shanghai", "Asia/Almaty", "Europe/Berlin", "Nowhere/Else", "Europe/Minsk"]
        let answers = await withTaskGroup(of: [Int?].self) { group in
            for _ in 0..<64 {
                group.addTask { names.map { zones.offsetMinutes(in: $0, at: Instant(seconds: 1_795_132_800)) } }
            }
            return await group.reduce(into: [[Int?]]()) { $0.append($1) }
        }
        #expect(answers.count == 64 && answers.allSatisfy { $0 == [480, 300, 60, nil, 180] })
    }

    @Test(Vectors.whenThere) func publishedVectorsAgree() throws {
        struct File: Decodable {
            struct Offsets: Decodable {
                var zone: String
                var offsets: [String: String]
            }
            struct Conversion: Decodable {
                var zone: String
                var local: String
                var fold: Int
                var utc: String
            }
            var offsets: [Offsets]
            var conversions: [Conversion]
        }
        let file = try Vectors.read("timezones", as: File.self)
        for zone in file.offsets {
            for (utc, offset) in zone.offsets {
                let instant = try TimeReader().read(utc, zone: nil, place: nil, assumed: nil, reference: nil).instant
                #expect(
                    Zones.shared.offsetMinutes(in: zone.zone, at: instant) == ZoneOffset.minutes(offset),
                    "\(zone.zone) \(utc)")
            }
        }
        for conversion in file.conversions where conversion.fold == 0 {
            #expect(try utc(conversion.local, in: conversion.zone) == conversion.utc, "\(conversion)")
        }
        #expect(file.offsets.count > 20 && file.conversions.count >= 10)
    }
}
