import Foundation
import Messages
import Testing
import Tracking

/// DHL's parcel XML, in which everything stands in attributes.
struct DHLParcelDETests {
    private func answer(_ events: String, code: String = "0", error: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <data name="piece-shipment-list" code="\(code)" error="\(error)" request-id="r">
          <data name="piece-shipment" piece-code="00340434999999999993" dest-country="DE" recipient-name="Anna Schmidt"
                recipient-street="Torstrasse 99" shipper-name="Wang" pan-recipient-city="10119 Berlin">
            <data name="piece-event-list">\(events)</data>
          </data>
        </data>
        """
    }

    private func event(_ code: String, _ at: String, isReturn: Bool = false) -> String {
        """
        <data name="piece-event" event-timestamp="\(at)" event-short-status="S &amp; T" event-location="Bremen"
              event-country="Germany" standard-event-code="\(code)" ruecksendung="\(isReturn)"/>
        """
    }

    @Test(arguments: [
        ("ES", false, Milestone.accepted), ("AA", false, .sorted), ("EE", false, .sorted),
        ("PO", false, .outForDelivery),
        ("ZU", false, .delivered), ("ZU", true, .returned), ("AA", true, .returning), ("XX", false, .unmapped),
    ])
    func eachEventIsAnItemAboutThePiece(code: String, isReturn: Bool, milestone: Milestone) throws {
        let body = answer(event(code, "18.03.2026 10:02", isReturn: isReturn))
        #expect(try ProfileLibrary().recognise(body: Array(body.utf8), fileName: nil)?.name == "dhl-parcel-de")
        let reading = try Reading.of(body, builtIn("dhl-parcel-de"))
        #expect(reading.items.count == 1 && reading.rejections.isEmpty, "\(reading.problems)")
        let event = try #require(reading.events.first)
        #expect(event.subject.code == "00340434999999999993" && event.milestone == milestone && event.text == "S & T")
        #expect(event.time.iso8601 == "2026-03-18T10:02:00+01:00" && event.time.basis != .reported)
        let archive = String(decoding: reading.summary.archive, as: UTF8.self)
        for personal in ["Schmidt", "Torstrasse", "Wang", "10119"] { #expect(!archive.contains(personal)) }
    }

    @Test func noDataIsNothingAndAnotherErrorIsOne() throws {
        let dhl = try builtIn("dhl-parcel-de")
        let nothing = try Reading.of("<data name='l' code='100' error='No data found' request-id='r'/>", dhl)
        #expect(nothing.problems.map(\.kind) == ["nothing-known"] && nothing.rejections.isEmpty)
        let failed = try Reading.of("<data name='l' code='5' error='login failed' request-id='r'/>", dhl)
        #expect(failed.rejections.map(\.kind) == ["carrier-error"])
    }

    @Test func publishedSamplesAreRead() throws {
        let samples = Fixtures.published("dhl-parcel-de")
        if samples.isEmpty { print("skipped: no published DHL samples beside the package") }
        for sample in samples {
            let body = [UInt8](try Data(contentsOf: sample))
            #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "dhl-parcel-de")
            let reading = try Reading.of(body, builtIn("dhl-parcel-de"))
            #expect(reading.rejections.isEmpty && reading.items.count == (sample.path.contains("error") ? 1 : 7))
        }
    }
}
