import CarrierSimulator
import Foundation
import HTTPFetch
import Tracking

/// Answers for the carriers of a simulated world, without a socket: a line that knows the boxes, and a parcel carrier that
/// has nothing to tell yet.
final class WorldFetcher: HTTPFetcher, @unchecked Sendable {
    // @unchecked: the counts are touched only while the lock is held; all else is immutable or thread-safe.
    static let line = "https://line.example"
    static let parcels = "https://parcels.example"

    /// A carrier of parcels that takes forty numbers at once.
    static let parcelProfile = """
        name: parcels
        title: A parcel carrier
        reads: json
        ask:
          about: [parcel]
          url: "{base_url}/track?numbers={codes}"
          batch: 40
        each: $.events[*]
        milestones: { OFD: out-for-delivery }
        events: |
          SELECT :item ->> 'number' AS code, :item ->> 'id' AS source_id, :item ->> 'what' AS raw_code,
                 :item ->> 'at' AS at, 'actual' AS classifier
        """

    private let carrier: DCSACarrier?
    private let lock = NSLock()
    private var counts: (line: Int, parcels: Int) = (0, 0)

    init(_ carrier: DCSACarrier?) { self.carrier = carrier }

    var asked: (line: Int, parcels: Int) {
        lock.lock()
        defer { lock.unlock() }
        return counts
    }

    func fetch(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.url.hasPrefix(Self.line) else {
            count(line: 0, parcels: 1)
            return HTTPResponse(status: 200, body: Data(#"{"events": []}"#.utf8))
        }
        count(line: 1, parcels: 0)
        let headers = Dictionary(
            request.headers.fields.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        let answer = carrier?.answer(
            CarrierRequest("GET", String(request.url.dropFirst(Self.line.count)), headers: headers))
        guard let answer else { return HTTPResponse(status: 200, body: Data("[]".utf8)) }
        return HTTPResponse(
            status: answer.status,
            headers: HTTPHeaders(answer.headers.map { HTTPHeaders.Field(name: $0.name, value: $0.value) }),
            body: Data(answer.body))
    }

    private func count(line: Int, parcels: Int) {
        lock.lock()
        defer { lock.unlock() }
        counts.line += line
        counts.parcels += parcels
    }
}
