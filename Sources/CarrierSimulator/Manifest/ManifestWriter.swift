import Tracking

/// Writes what a train's manifest lists, one row per parcel, container by container.
///
/// A manifest is made before the departure: it lists what was meant to leave, which is not always what left.
public struct ManifestWriter: Sendable {
    public var language = ManifestLanguage.en
    public var delimiter = ManifestDelimiter.comma
    public var encoding = ManifestEncoding.utf8

    public init() {}

    /// The manifest in one piece; throws `ManifestProblem` when the encoding is not available.
    public func manifest(of train: TrainRun, in world: World) throws -> [UInt8] {
        var result: [UInt8] = []
        try write(train, of: world, limit: .max) { result += $0 }
        return result
    }

    /// Hands the manifest over in pieces, so that it never stands in memory as a whole; returns the rows written.
    ///
    /// Ends after `limit` rows. Throws `ManifestProblem`, or whatever `take` throws.
    @discardableResult
    public func write(
        _ train: TrainRun, of world: World, limit: Int = .max,
        take: ([UInt8]) throws -> Void
    ) throws -> Int {
        let encoder = TextEncoder(encoding: encoding)
        try take(encoder.prefix + encoder.bytes(line(header)))
        var rows = 0
        for trip in world.listed(on: train) where rows < limit {
            var text = ""
            try forEachRow(trip, on: train, limit: limit - rows) { fields in
                text += line(fields)
                rows += 1
            }
            try take(encoder.bytes(text))
        }
        return rows
    }

    /// The titles of the columns.
    public var header: [String] { ManifestColumn.allCases.map { $0.title(language) } }

    /// Hands over the cells of one row after the other, at most `limit` rows. Throws whatever `take` throws.
    public func forEachRow(
        of train: TrainRun, in world: World, limit: Int = .max,
        take: ([String]) throws -> Void
    ) throws {
        var rows = 0
        for trip in world.listed(on: train) where rows < limit {
            try forEachRow(trip, on: train, limit: limit - rows) { fields in
                rows += 1
                try take(fields)
            }
        }
    }

    private func forEachRow(
        _ trip: ContainerTrip, on train: TrainRun, limit: Int,
        take: ([String]) throws -> Void
    ) throws {
        var rows = 0
        for bag in trip.bags() {
            for parcel in bag.parcels where rows < limit {
                try take(ManifestColumn.allCases.map { field($0, parcel, bag, trip, train) })
                rows += 1
            }
        }
    }

    private func field(
        _ column: ManifestColumn, _ parcel: TrueParcel, _ bag: TrueBag, _ trip: ContainerTrip,
        _ train: TrainRun
    ) -> String {
        switch column {
        case .parcel: parcel.number
        case .bag: bag.number
        case .container: trip.number
        case .seal: trip.seal
        case .consignment: trip.consignment
        case .train: train.number
        case .departure: train.date
        case .destination: language == .en ? bag.unloadedAt.name : bag.unloadedAt.nameZH
        case .country: parcel.country
        case .weight: decimal(parcel.weightGrams, digits: 3)
        case .pieces: String(parcel.pieces)
        case .value: decimal(parcel.valueCents, digits: 2)
        case .currency: parcel.currency
        case .customsList: parcel.customsList
        case .lastMile: parcel.isLabelledAtOrigin ? parcel.lastMile : ""
        case .order: parcel.order
        }
    }

    private func decimal(_ number: Int, digits: Int) -> String {
        let text = padded(number, digits + 1)
        return text.dropLast(digits) + "." + text.suffix(digits)
    }

    private func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: delimiter.text) + "\r\n"
    }

    /// RFC 4180: a field that holds the delimiter or a quote is quoted.
    private func quoted(_ field: String) -> String {
        let special = delimiter.text.utf8
        guard field.utf8.contains(where: { special.contains($0) || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return field
        }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
