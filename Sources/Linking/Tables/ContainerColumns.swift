import Foundation

/// What the inner loops ask of every candidate, each by itself, so that no row is copied for it.
struct ContainerColumns: Sendable {
    let kinds: [Int]
    /// Pieces that still fit; the mean where nothing was declared.
    let rooms: [Double]
    /// log2 of these.
    let roomBits: [Double]
    /// The most pieces and grams that still fit; without bound where nothing was declared.
    let mostPieces: [Int]
    let mostGrams: [Int]
    /// Who was seen at the origin later than then is not inside; infinity where the sealing is not known.
    let lastScan: [Double]
    /// When it was sealed; nil where that is not known.
    let sealed: [Stretch?]
    let tellsLists: [Bool]
    let tellsBags: [Bool]

    init(_ rows: [ContainerRow], meanRoom: Double, slackHours: Double) {
        kinds = rows.map(\.kind)
        rooms = rows.map { $0.roomPieces.map(Double.init) ?? meanRoom }
        roomBits = rooms.map { log2(max(1e-9, $0)) }
        mostPieces = rows.map { $0.roomPieces ?? .max }
        mostGrams = rows.map { $0.roomGrams ?? .max }
        lastScan = rows.map { row in row.sealed.map { $0.end + slackHours } ?? .infinity }
        sealed = rows.map(\.sealed)
        tellsLists = rows.map(\.tellsLists)
        tellsBags = rows.map(\.tellsBags)
    }
}
