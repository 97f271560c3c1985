import Tracking

/// What the messages say of a parcel, or of all parcels of one container, in the order of the published schema.
struct CustomsWords {
    let until: Instant

    /// 505: the logistics company announces the waybill.
    func waybill(_ item: CustomsParcel) -> CustomsElement? {
        guard let at = item.at(.announced), at <= until else { return nil }
        let parcel = item.parcel
        return CustomsElement(
            "Logistics",
            CustomsElement.leaves(
                head(at, "505" + parcel.number) + [
                    ("logisticsCode", CustomsWriter.logistics), ("logisticsName", "示例物流"),
                    ("logisticsNo", parcel.number), ("freight", "0"), ("insuredFee", "0"), ("currency", "142"),
                    ("grossWeight", weight(parcel)), ("packNo", String(parcel.pieces)), ("goodsInfo", "日用品"),
                    ("ebcCode", CustomsWriter.broker), ("ebcName", "示例电商"), ("ebcTelephone", "09910000000"),
                ]))
    }

    /// 603: the list that one parcel is declared on.
    func list(_ item: CustomsParcel) -> CustomsElement? {
        guard let at = item.at(.exportDeclared), at <= until else { return nil }
        let parcel = item.parcel
        let head = CustomsElement(
            "InventoryHead",
            CustomsElement.leaves(
                head(at, "603" + parcel.number) + [
                    ("customsCode", "9400"), ("ebpCode", CustomsWriter.broker), ("ebpName", "示例平台"),
                    ("orderNo", parcel.order), ("logisticsCode", CustomsWriter.logistics),
                    ("logisticsName", "示例物流"), ("logisticsNo", parcel.number), ("copNo", item.copNo),
                    ("ieFlag", "E"), ("portCode", "9400"), ("ieDate", String(stamp(at).prefix(8))),
                    ("statisticsFlag", "A"), ("agentCode", CustomsWriter.broker), ("agentName", "示例报关行"),
                    ("ebcCode", CustomsWriter.broker), ("ebcName", "示例电商"), ("ownerCode", CustomsWriter.broker),
                    ("ownerName", "示例电商"), ("tradeMode", "9610"), ("trafMode", "3"),
                    ("country", Self.countries[parcel.country] ?? "701"),
                    ("POD", Self.countries[parcel.country] ?? "701"), ("freight", "0"), ("insuredFee", "0"),
                    ("wrapType", "2"), ("packNo", String(parcel.pieces)),
                    ("grossWeight", weight(parcel)), ("netWeight", weight(parcel)),
                ]))
        let goods = CustomsElement(
            "InventoryList",
            CustomsElement.leaves([
                ("gnum", "1"), ("gcode", "6109100010"), ("gname", "日用品"), ("gmodel", "1"),
                ("currency", Self.currency(parcel.currency)), ("qty", "1"), ("unit", "007"),
                ("price", value(parcel)), ("totalPrice", value(parcel)),
            ]))
        return CustomsElement("Inventory", [head, goods])
    }

    /// 604: what customs answered, accepted and then released.
    func receipts(_ item: CustomsParcel) -> [CustomsElement] {
        let answers = [(item.at(.exportDeclared), "120", "逻辑校验通过"), (item.at(.exportCleared), "800", "放行")]
        return answers.compactMap { at, status, info in
            guard let at, at <= until else { return nil }
            return CustomsElement(
                "InventoryReturn",
                CustomsElement.leaves([
                    ("guid", Self.guid("603" + item.parcel.number)), ("agentCode", CustomsWriter.broker),
                    ("copNo", item.copNo), ("preNo", preNo(item, at)), ("invtNo", item.parcel.customsList),
                    ("ebcCode", CustomsWriter.broker), ("ebpCode", CustomsWriter.broker),
                    ("orderNo", item.parcel.order), ("statisticsFlag", "A"), ("returnStatus", status),
                    ("returnTime", stamp(at) + "000"), ("returnInfo", info),
                ]))
        }
    }

    /// 607: the parcels that one master waybill covers.
    func split(_ items: [CustomsParcel]) -> CustomsElement? {
        guard let first = items.first, let at = first.trip.first(.stuffed)?.at, at <= until else { return nil }
        let grams = items.reduce(0) { $0 + $1.parcel.weightGrams }
        let head = CustomsElement(
            "WayBillHead",
            CustomsElement.leaves(
                head(at, "607" + first.trip.consignment) + [
                    ("customsCode", "9400"), ("copNo", "ZF" + first.trip.consignment),
                    ("agentCode", CustomsWriter.broker), ("agentName", "示例报关行"), ("trafMode", "3"),
                    ("trafName", first.listed.number), ("voyageNo", String(stamp(first.listed.departure).prefix(8))),
                    ("billNo", first.trip.consignment), ("grossWeight", kilograms(grams)),
                    ("logisticsCode", CustomsWriter.logistics), ("logisticsName", "示例物流"), ("msgCount", "1"),
                    ("msgSeqNo", "1"),
                ]))
        return CustomsElement("WayBill", [head] + list(items, "WayBillList"))
    }

    /// 509: they left the country.
    func departure(_ items: [CustomsParcel]) -> CustomsElement? {
        guard let first = items.first, let at = first.leftChina, at <= until else { return nil }
        let head = CustomsElement(
            "DepartureHead",
            CustomsElement.leaves(
                head(at, "509" + first.trip.consignment) + [
                    ("customsCode", "9400"), ("copNo", "LJ" + first.trip.consignment),
                    ("logisticsCode", CustomsWriter.logistics), ("logisticsName", "示例物流"), ("trafMode", "3"),
                    ("billNo", first.trip.consignment), ("leaveTime", stamp(at)), ("msgCount", "1"), ("msgSeqNo", "1"),
                ]))
        return CustomsElement("Departure", [head] + list(items, "DepartureList"))
    }

    // MARK: -

    private func list(_ items: [CustomsParcel], _ name: String) -> [CustomsElement] {
        items.enumerated().map { number, item in
            CustomsElement(
                name,
                CustomsElement.leaves([
                    ("gnum", String(number + 1)), ("totalPackageNo", item.bag.number),
                    ("logisticsNo", item.parcel.number),
                ]))
        }
    }

    private func head(_ at: Instant, _ key: String) -> [(String, String)] {
        [("guid", Self.guid(key)), ("appType", "1"), ("appTime", stamp(at)), ("appStatus", "2")]
    }

    /// `yyyyMMddHHmmss`, China's time.
    private func stamp(_ at: Instant) -> String {
        LocalTime(at, offsetMinutes: TrainRun.chinaOffsetMinutes).timestamp.prefix(19).filter(\.isNumber)
    }

    private func preNo(_ item: CustomsParcel, _ at: Instant) -> String {
        "B" + stamp(item.at(.exportDeclared) ?? at).prefix(8) + item.parcel.customsList.suffix(9)
    }

    private func weight(_ parcel: TrueParcel) -> String { kilograms(parcel.weightGrams) }

    private func kilograms(_ grams: Int) -> String { "\(grams / 1000).\(padded(grams % 1000, 3))" }

    private func value(_ parcel: TrueParcel) -> String {
        "\(parcel.valueCents / 100).\(padded(parcel.valueCents % 100, 2))"
    }

    /// What customs calls the countries that parcels go to.
    private static let countries = [
        "KZ": "145", "BE": "301", "DE": "304", "FR": "305", "IT": "307", "NL": "309", "ES": "312", "AT": "315",
        "PL": "327", "LT": "336", "RU": "344", "CZ": "352", "SK": "353",
    ]

    /// The customs code of a currency: 502 US dollar, 300 euro.
    private static func currency(_ code: String) -> String { code == "EUR" ? "300" : "502" }

    /// A number in the form of a GUID that the same text always gives.
    static func guid(_ text: String) -> String {
        var generator = SeededGenerator(seed: text.utf8.reduce(UInt64(17)) { $0 &* 131 &+ UInt64($1) })
        let digits = [generator.next(), generator.next()].map { number in
            let hex = String(number, radix: 16, uppercase: true)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }.joined()
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}
