public import Tracking

/// Writes the customs messages of a train (GACC 2022-05, export): waybills 505, lists 603, receipts 604, the split of
/// the master waybill 607 and the departure 509.
///
/// All parcels are filed by one broker and carried by one logistics company, whose codes are made up.
public struct CustomsWriter: Sendable {
    static let broker = "9401980001"
    static let logistics = "9401W60001"
    private static let perMessage = 100

    /// Only what has been filed or answered by this instant is written.
    public var until: Instant

    public init(until: Instant) {
        self.until = until
    }

    public func files(of train: TrainRun, in world: World) -> [CustomsFile] {
        let trips = world.listed(on: train)
        let parcels = trips.flatMap { trip in
            trip.bags().flatMap { bag in
                bag.parcels.map { CustomsParcel(parcel: $0, bag: bag, trip: trip, listed: train) }
            }
        }
        let words = CustomsWords(until: until)
        return files("505", parcels.compactMap(words.waybill)) + files("603", parcels.compactMap(words.list))
            + files("604", parcels.flatMap(words.receipts))
            + files("607", byTrip(parcels).compactMap(words.split))
            + files("509", byTrip(parcels).compactMap(words.departure))
    }

    private func byTrip(_ parcels: [CustomsParcel]) -> [[CustomsParcel]] {
        var groups: [[CustomsParcel]] = []
        for parcel in parcels {
            if groups.last?.last?.trip.number == parcel.trip.number {
                groups[groups.count - 1].append(parcel)
            } else {
                groups.append([parcel])
            }
        }
        return groups
    }

    private func files(_ kind: String, _ nodes: [CustomsElement]) -> [CustomsFile] {
        stride(from: 0, to: nodes.count, by: Self.perMessage).enumerated().map { number, start in
            let part = nodes[start..<min(start + Self.perMessage, nodes.count)]
            return CustomsFile(name: "CEB\(kind)-\(number + 1).xml", body: Self.body(kind, number + 1, part))
        }
    }

    private static func body(_ kind: String, _ number: Int, _ nodes: ArraySlice<CustomsElement>) -> [UInt8] {
        let root = "ceb:CEB\(kind)Message"
        let guid = CustomsWords.guid("\(kind)-\(number)")
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<\(root) guid=\"\(guid)\" version=\"1.0\" xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\">\n"
        for node in nodes { node.write(to: &text) }
        CustomsElement(
            "BaseTransfer",
            CustomsElement.leaves([
                ("copCode", broker), ("copName", "示例报关行"), ("dxpMode", "DXP"), ("dxpId", "DXPENT0000000001"),
            ])
        ).write(to: &text)
        return Array((text + "</\(root)>\n").utf8)
    }
}
