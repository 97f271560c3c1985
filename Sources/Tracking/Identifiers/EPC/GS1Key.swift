/// The keys of the GS1 General Specifications that name one thing, by their application identifiers.
enum GS1Key: String, CaseIterable {
    /// A trade item with its serial number.
    case item = "01"
    /// A returnable asset with its serial number: a pallet, a roll cage.
    case returnableAsset = "8003"
    /// One asset: a vehicle, a device.
    case asset = "8004"
    case consignment = "401"
    case shipment = "402"
    case document = "253"

    /// The name of its EPC URI.
    var urn: String {
        switch self {
        case .item: "sgtin"
        case .returnableAsset: "grai"
        case .asset: "giai"
        case .consignment: "ginc"
        case .shipment: "gsin"
        case .document: "gdti"
        }
    }

    /// The nearest of our kinds. An asset may be a wagon or a thermometer; it is a vehicle until somebody links it.
    var kind: SubjectKind {
        switch self {
        case .item: .parcel
        case .returnableAsset: .bag
        case .asset: .vehicle
        case .consignment, .shipment: .consignment
        case .document: .declaration
        }
    }

    /// From `PREFIX.REFERENCE.SERIAL`; nil unless it has the parts and lengths of the key.
    func reading(urnBody body: String) -> IdentifierReading? {
        let parts = body.split(separator: ".", maxSplits: hasSerial ? 2 : 1, omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == (hasSerial ? 3 : 2), let prefix = NumberText.digits(parts[0].utf8[...], 6...12) else {
            return nil
        }
        switch self {
        case .asset, .consignment: return value(parts[0] + parts[1])
        case .shipment:
            guard let reference = NumberText.digits(parts[1].utf8[...], 1...16) else { return nil }
            return value(Self.text(checked(prefix + reference)))
        case .returnableAsset, .document:
            guard let type = NumberText.digits(parts[1].utf8[...], 0...6) else { return nil }
            return value((self == .document ? "" : "0") + Self.text(checked(prefix + type)) + parts[2])
        case .item:
            guard let item = NumberText.digits(parts[1].utf8[...], 1...7) else { return nil }
            return value(Self.text(checked(item.prefix(1) + prefix + item.dropFirst())) + "/21/" + parts[2])
        }
    }

    /// From what follows the application identifier in a Digital Link; nil unless it has the key's lengths.
    ///
    /// - Parameter serial: what stands behind `21`, for a trade item.
    func reading(_ element: String, serial: String?) -> IdentifierReading? {
        switch self {
        case .item:
            guard let serial, let digits = NumberText.digits(element.utf8[...], 8...14) else { return nil }
            let padded = [UInt8](repeating: 0, count: 14 - digits.count) + digits
            return value(Self.text(padded) + "/21/" + serial, digits: padded)
        case .shipment:
            guard let digits = NumberText.digits(element.utf8[...], 17...17) else { return nil }
            return value(element, digits: digits)
        case .returnableAsset:
            guard element.utf8.count > 14, let digits = NumberText.digits(element.utf8.prefix(14), 14...14) else {
                return nil
            }
            return value(element, digits: digits)
        case .document:
            guard element.utf8.count > 13, let digits = NumberText.digits(element.utf8.prefix(13), 13...13) else {
                return nil
            }
            return value(element, digits: digits)
        case .asset, .consignment: return (5...30).contains(element.utf8.count) ? value(element) : nil
        }
    }

    private var hasSerial: Bool { [.item, .returnableAsset, .document].contains(self) }

    private func checked(_ digits: [UInt8]) -> [UInt8] { digits + [CheckSums.gs1(digits)] }

    /// - Parameter digits: with a check digit at their end, where it came with the number.
    private func value(_ element: String, digits: [UInt8]? = nil) -> IdentifierReading? {
        let size = element.utf8.count
        guard !element.hasSuffix("/"), size > 4 else { return nil }
        let checkDigit: CheckDigit =
            digits.map { CheckSums.gs1($0.dropLast()) == $0[$0.count - 1] ? .ok : .bad } ?? .none
        return IdentifierReading(
            Subject(kind, EPC.scheme, DigitalLink.uri(rawValue, element)), checkDigit: checkDigit)
    }

    private static func text(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}
