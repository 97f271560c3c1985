import Foundation
import Messages
import Testing
import Tracking

/// What the `17track` profile makes of answers and pushes.
struct SeventeenTrackTests {
    private let parcel = Subject(.parcel, .upuS10, "RR123456785CN")

    private func read(_ text: String, asked: [Subject] = []) throws -> Reading {
        try Reading.of(text, try builtIn("17track"), asked: asked)
    }

    private func event(
        _ stage: String?, _ sub: String? = nil, at: String = #""time_iso": "2026-09-14T08:47:00+01:00""#,
        _ description: String = "Scanned", location: String = "", country: String? = nil
    ) -> String {
        let texts = [("stage", stage), ("sub_status", sub)].map { name, value in
            "\"\(name)\": " + (value.map { "\"\($0)\"" } ?? "null")
        }
        let address = country.map { ", \"address\": {\"country\": \"\($0)\"}" } ?? ""
        return "{\(at), \"description\": \"\(description)\", \"location\": \"\(location)\", "
            + texts.joined(separator: ", ") + "\(address)}"
    }

    private func info(_ events: String..., more: String = "", provider: Int = 3011) -> String {
        """
        {"shipping_info": {"shipper_address": {"country": "CN", "street": "Musterstr. 1"},
                           "recipient_address": {"country": "DE", "street": "Musterweg 2", "postal_code": "47051"}},
         "latest_status": {"status": "InTransit"}, "tracking": {"providers": [{"provider": {"key": \(provider)},
         "events": [\(events.joined(separator: ","))]}]}\(more)}
        """
    }

    private func answer(_ info: String, number: String = "RR123456785CN") -> String {
        "{\"code\": 0, \"data\": {\"accepted\": [{\"number\": \"\(number)\", \"track_info\": \(info)}], \"rejected\": []}}"
    }

    @Test(
        arguments: [
            ("InfoReceived", nil, Milestone.announced), ("PickedUp", nil, .accepted), ("Departure", nil, .departed),
            ("Arrival", nil, .arrived), ("AvailableForPickup", nil, .readyForPickup),
            ("OutForDelivery", nil, .outForDelivery),
            ("Delivered", nil, .delivered), ("Returning", nil, .returning), ("Returned", nil, .returned),
            ("Exception", nil, .unmapped), (nil, nil, .unmapped), ("Arrival", "InTransit_Other", .arrived),
            ("Delivered", "Delivered_Other", .delivered), ("Delivered", "Exception_Returned", .unmapped),
            (nil, "NotFound_Other", .unmapped), (nil, "NotFound_InvalidCode", .unmapped),
            (nil, "InfoReceived", .announced),
            (nil, "InTransit_PickedUp", .accepted), (nil, "InTransit_Other", .position),
            (nil, "InTransit_Departure", .departed), (nil, "InTransit_Arrival", .arrived),
            (nil, "InTransit_CustomsProcessing", .unmapped), (nil, "InTransit_CustomsReleased", .unmapped),
            (nil, "InTransit_CustomsRequiringInformation", .held), (nil, "Expired_Other", .unmapped),
            (nil, "AvailableForPickup_Other", .readyForPickup), (nil, "OutForDelivery_Other", .outForDelivery),
            (nil, "DeliveryFailure_Other", .deliveryFailed), (nil, "DeliveryFailure_NoBody", .deliveryFailed),
            (nil, "DeliveryFailure_Security", .deliveryFailed), (nil, "DeliveryFailure_Rejected", .deliveryFailed),
            (nil, "DeliveryFailure_InvalidAddress", .deliveryFailed), (nil, "Delivered_Other", .delivered),
            (nil, "Exception_Other", .unmapped), (nil, "Exception_Returning", .returning),
            (nil, "Exception_Returned", .returned), (nil, "Exception_NoBody", .deliveryFailed),
            (nil, "Exception_Security", .held), (nil, "Exception_Damage", .damaged),
            (nil, "Exception_Rejected", .deliveryFailed), (nil, "Exception_Delayed", .unmapped),
            (nil, "Exception_Lost", .lost), (nil, "Exception_Destroyed", .disposed),
            (nil, "Exception_Cancel", .cancelled),
        ] as [(String?, String?, Milestone)])
    func everyStageAndSubStatusIsReadAsWhatItIs(stage: String?, sub: String?, milestone: Milestone) throws {
        let reading = try read(answer(info(event(stage, sub))), asked: [parcel])
        #expect(reading.events.map(\.milestone) == [milestone])
        #expect(reading.events.map(\.rawCode).allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: [("CN", Milestone.exportCleared), ("DE", .importCleared), ("PL", .unmapped)])
    func customsAreTheSidesTheirCountryTells(country: String, milestone: Milestone) throws {
        let reading = try read(
            answer(info(event(nil, "InTransit_CustomsReleased", country: country))), asked: [parcel])
        #expect(reading.events.map(\.milestone) == [milestone])
    }

    @Test(arguments: [
        // The offset that misses summer time: the clock on the wall is believed, in the zone of the country.
        (#""time_iso": "2026-09-14T08:47:00+01:00""#, "Germany", 120, ZoneBasis.place, "2026-09-14T06:47:00Z"),
        (#""time_iso": "2026-12-14T08:47:00+01:00""#, "Germany", 60, .reported, "2026-12-14T07:47:00Z"),
        // A country of many zones, and a state that looks like one: what they made of it is an assumption.
        (#""time_iso": "2026-12-14T08:47:00-08:00""#, "CA", -480, .assumed, "2026-12-14T16:47:00Z"),
        (
            #""time_raw": {"date": "2026-09-14", "time": "08:47:00", "timezone": null}, "time_iso": "2026-09-14T08:47:00+01:00""#,
            "Germany", 120, .place, "2026-09-14T06:47:00Z"
        ),
        (
            #""time_raw": {"date": "2026-09-14", "time": "08:47:00", "timezone": "+03:00"}"#, "Nowhere", 180, .assumed,
            "2026-09-14T05:47:00Z"
        ),
    ])
    func theClockOnTheWallIsBelievedBeforeTheOffset(
        at: String, location: String, offset: Int, basis: ZoneBasis, utc: String
    ) throws {
        let time = try #require(
            try read(answer(info(event("Arrival", at: at, location: location))), asked: [parcel]).events.first?.time)
        #expect(time.instant.iso8601UTC == utc && time.offsetMinutes == offset && time.basis == basis)
    }

    @Test func aDayWithoutATimeIsADay() throws {
        let at = #""time_raw": {"date": "2026-09-14", "time": null, "timezone": null}"#
        let events = try read(answer(info(event("Arrival", at: at, country: "DE"))), asked: [parcel]).events
        #expect(events.map(\.time.precision) == [.day])
    }

    @Test func whatTwoPostsScannedIsKeptFromBoth() throws {
        let provider = #"{"provider": {"key": 7041}, "events": [\#(event("Arrival"))]}"#
        let text = answer(info(event("Arrival")).replacing("]}]}", with: "]}, \(provider)]}"))
        let events = try read(text, asked: [parcel]).events
        #expect(events.count == 2 && Set(events.map(\.sourceID)).count == 2)
    }

    @Test func theListWinsOverTheLatestEvent() throws {
        let latest = #", "latest_event": {"time_iso": "2026-09-14T08:47:00+01:00", "stage": "Exception"}"#
        let listed = try read(answer(info(event("AvailableForPickup"), more: latest)), asked: [parcel])
        #expect(listed.events.map(\.milestone) == [.readyForPickup])
        let alone = try read(answer(info(more: latest)), asked: [parcel])
        #expect(alone.events.map(\.rawCode) == ["Exception"])
    }

    @Test func factsAliasesAndTheEstimateAreTold() throws {
        let more = #"""
            , "misc_info": {"weight_kg": "0.42", "local_number": "00340434161094015902", "local_provider": "DHL Paket"},
            "time_metrics": {"estimated_delivery_date": {"from": null, "to": "2026-09-20T00:00:00+02:00"}}
            """#
        let reading = try read(answer(info(more: more)), asked: [parcel])
        #expect(reading.aliases.map(\.alias.code) == ["00340434161094015902"])
        #expect(reading.aliases.map(\.role) == [.lastMile])
        #expect(reading.facts.first { $0.name == "weight_kg" }?.value == "0.42")
        #expect(reading.facts.first { $0.name == "country" }?.value == "DE")
        #expect(reading.events.map(\.classifier) == [.estimated] && reading.events[0].time.precision == .day)
    }

    @Test(arguments: [
        #"{"event": "TRACKING_UPDATED", "data": {"number": "RR123456785CN", "carrier": 3011, "track_info": INFO}}"#,
        #"{"number": "RR123456785CN", "track_info": INFO}"#, #"[{"number": "RR123456785CN", "track_info": INFO}]"#,
    ])
    func aPushIsReadAsAFile(shape: String) throws {
        let text = shape.replacing("INFO", with: info(event("Arrival")))
        let profile = try #require(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil))
        #expect(profile.name == "17track")
        let reading = try Reading.of(text, profile)
        #expect(reading.events.map(\.subject) == [parcel] && reading.rejections.isEmpty)
    }

    @Test func aBareTrackNeedsItsNumber() throws {
        let text = info(event("Arrival"))
        #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "17track")
        #expect(try read(text).rejections.map(\.kind) == ["no-subject"])
        #expect(try read(text, asked: [parcel]).events.map(\.subject) == [parcel])
    }

    @Test func theEndOfTheirWatchIsNoEventOfTheParcel() throws {
        let text = #"{"event": "TRACKING_STOPPED", "data": {"number": "RR123456785CN", "carrier": 3011, "tag": null}}"#
        #expect(try ProfileLibrary().recognise(body: Array(text.utf8), fileName: nil)?.name == "17track")
        let reading = try read(text)
        #expect(reading.events.isEmpty && reading.rejections.isEmpty)
        #expect(reading.facts.map(\.value) == ["TRACKING_STOPPED"])
    }

    @Test func nobodyIsNamedInWhatIsKept() throws {
        let text = answer(
            info(event("Delivered", nil, "Signed by Muster"), event("Arrival", nil, "Left with neighbour Muster")))
        let reading = try read(text, asked: [parcel])
        #expect(reading.events.map(\.milestone) == [.delivered, .arrived])
        #expect(!String(decoding: reading.summary.archive, as: UTF8.self).contains("Muster"))
        #expect(!reading.events.contains { "\($0)".contains("Muster") })
        let again = try Reading.of(reading.summary.archive, try builtIn("17track"), asked: [parcel])
        #expect(again.events == reading.events)
    }

    @Test func asksForFortyNumbersAndRegistersThem() throws {
        let ask = try #require(try builtIn("17track").ask)
        #expect(ask.batch == 40 && ask.rate == AskRate("3/s"))
        let request = try ask.request(for: [parcel], baseURL: "https://t", secret: "k")
        #expect(request.method == "POST" && request.url == "https://t/track/v2.2/gettrackinfo")
        #expect(String(decoding: request.body ?? [], as: UTF8.self) == #"[{"number":"RR123456785CN"}]"#)
        let registration = try #require(try ask.registration(of: [parcel], baseURL: "https://t", secret: "k"))
        #expect(registration.url == "https://t/track/v2.2/register" && registration.body == request.body)
        #expect(registration.headers.contains(.init("17token", "k")))
    }

    @Test func publishedSamplesAreKnownAndAccountedFor() throws {
        let files = Fixtures.published("17track")
        guard !files.isEmpty else { return print("skipped: there are no shared samples beside the package") }
        for file in files where !file.lastPathComponent.contains("assembled") {
            let body = try Fixtures.bytes(at: file)
            #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "17track", "\(file)")
            let reading = try Reading.of(body, try builtIn("17track"))
            #expect(!reading.events.isEmpty && reading.rejections.isEmpty, "\(file)")
        }
    }
}
