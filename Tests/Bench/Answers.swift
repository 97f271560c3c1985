import Foundation
import Tracking

/// Answers of a DCSA 2.2 carrier: twenty events for each container, no two bodies alike.
enum Answers {
    static let eventsPerAnswer = 20

    private static let places = [
        ("CNULZ", "Urumqi"), ("CNAKL", "Alashankou"), ("KZDTY", "Dostyk"), ("PLMLA", "Malaszewicze"),
        ("DEDUI", "Duisburg"),
    ]
    private static let codes = [
        ("EQUIPMENT", "GTIN"), ("EQUIPMENT", "LOAD"), ("TRANSPORT", "DEPA"), ("TRANSPORT", "ARRI"),
        ("EQUIPMENT", "DISC"),
    ]

    /// A container number with its check digit.
    static func container(_ index: Int) -> String {
        let digits = String(format: "%06d", index % 1_000_000)
        let body = "BN\(UnicodeScalar(UInt8(65 + index / 1_000_000 % 26)))U\(digits)"
        return body + String(ISO6346.checkDigit(of: body) ?? 0)
    }

    static func body(_ index: Int) -> [UInt8] { body(of: index, version: 0) }

    /// - Parameter version: of the answer about one container; its events bear other ids and times in each.
    static func body(of index: Int, version: Int) -> [UInt8] {
        let container = container(index)
        let events = (0..<eventsPerAnswer).map { event($0, of: container, index + version) }
        return Array(("[" + events.joined(separator: ",") + "]").utf8)
    }

    private static func event(_ number: Int, of container: String, _ index: Int) -> String {
        let (type, code) = codes[number % codes.count]
        let (unlocode, name) = places[number / 4 % places.count]
        let day = 1 + number % 27
        let time = String(format: "2026-10-%02dT%02d:%02d:00+08:00", day, number % 24, index % 60)
        let location = #"{"locationName":"\#(name)","UNLocationCode":"\#(unlocode)"}"#
        let id = String(format: "%08x-%04x-4000-8000-%012x", index &* 2_654_435_761 & 0xFFFF_FFFF, number, index)
        let common =
            #"{"eventID":"\#(id)","eventType":"\#(type)","eventCreatedDateTime":"\#(time)","#
            + #""eventClassifierCode":"ACT","eventDateTime":"\#(time)","#
        let call =
            #""transportCall":{"transportCallID":"X8157-\#(unlocode)-\#(index)","exportVoyageNumber":"X8157","#
            + #""UNLocationCode":"\#(unlocode)","modeOfTransport":"RAIL","location":\#(location)},"#
            + #""documentReferences":[{"documentReferenceType":"BKG","documentReferenceValue":"BK\#(index / 40)"}],"#
        if type == "TRANSPORT" {
            return common + #""transportEventTypeCode":"\#(code)","# + call
                + #""references":[{"referenceType":"EQ","referenceValue":"\#(container)"}]}"#
        }
        return common + #""equipmentEventTypeCode":"\#(code)","equipmentReference":"\#(container)","#
            + #""ISOEquipmentCode":"45G1","emptyIndicatorCode":"LADEN","eventLocation":\#(location),"# + call
            + #""references":[],"seals":[{"sealNumber":"SL\#(index)","sealSource":"SHI"}]}"#
    }
}
