import Tracking

/// Answers of a carrier in the form of DCSA 2.2.
enum Answers {
    static let nothing = "[]"

    static func event(
        _ number: Int, about box: String = Lab.box.code, at: String = "2026-11-20T10:15:00+08:00",
        type: String = "LOAD",
        remark: String? = nil
    ) -> String {
        let digits = String(number)
        let id = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        let text = remark.map { ", \"changeRemark\": \"\($0)\"" } ?? ""
        return """
            {"eventID": "\(id)", "eventCreatedDateTime": "2026-11-20T03:00:00Z", "eventType": "EQUIPMENT",
             "eventClassifierCode": "ACT", "eventDateTime": "\(at)", "equipmentEventTypeCode": "\(type)",
             "equipmentReference": "\(box)", "emptyIndicatorCode": "LADEN",
             "eventLocation": {"UNLocationCode": "CNURC"}\(text)}
            """
    }

    static func page(_ events: String...) -> String { "[" + events.joined(separator: ",") + "]" }
}
