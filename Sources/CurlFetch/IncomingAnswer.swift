import CCurl
import Foundation
import HTTPFetch

/// The answer of one exchange as it comes in; libcurl's callbacks fill it and ask it whether to go on.
///
/// Every callback runs on the owner thread, inside `curl_multi_perform`.
final class IncomingAnswer {
    /// The size of libcurl's receive buffer, in bytes.
    static let bufferSize = 32 << 10
    /// From this many decoded bytes on a body may be at most ``maximumRatio`` times what came over the wire.
    static let freeSize = 64 << 10
    static let maximumRatio = 100

    private(set) var head = IncomingHead()
    private(set) var body = Data()
    /// Why a callback ended the transfer.
    private(set) var refusal: FetchFailure?
    private let handle: UnsafeMutableRawPointer
    private var maximumBodySize = 0
    private var mayBeSentAgain = false
    private var timesSent = 0

    init(of handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    func prepare(for request: HTTPRequest) {
        clear()
        maximumBodySize = request.maximumBodySize
        mayBeSentAgain = request.method == .get
        timesSent = 0
    }

    func clear() {
        head.reset()
        body = Data()
        refusal = nil
    }

    /// Bytes of the body as they came over the wire, before decompression.
    var wireSize: Int { size(CURLINFO_SIZE_DOWNLOAD_T) }

    /// Whether nothing of an answer has come.
    var isUntouched: Bool { head.size == 0 }

    /// libcurl is about to send the request; when a kept connection turns out dead it comes here again.
    ///
    /// What may have an effect is never sent twice, anything else once more and then on a new connection only.
    func maySend() -> Bool {
        timesSent += 1
        if timesSent == 1 { return true }
        var connects = 0
        caravan_curl_get_long(handle, CURLINFO_NUM_CONNECTS, &connects)
        return mayBeSentAgain && timesSent == 2 && connects > 0
    }

    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        attempt { try head.receive(line) }
    }

    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        attempt {
            if body.isEmpty { try makeRoom() }
            guard bytes.count <= maximumBodySize - body.count else { throw tooLarge() }
            body.append(contentsOf: bytes)
            // libcurl counts a chunk after it has handed it over, so one buffer may be missing from its figure.
            guard isPlausible(slack: Self.bufferSize) else { throw inflated() }
        }
    }

    /// - Throws: ``FetchFailure`` of kind `bodyTooLarge` when the whole body is more than gzip makes of honest text.
    func checkRatio() throws {
        guard isPlausible(slack: 0) else { throw inflated() }
    }

    private func isPlausible(slack: Int) -> Bool {
        guard head.isEncoded, body.count > Self.freeSize else { return true }
        return body.count / Self.maximumRatio <= wireSize + slack
    }

    private func makeRoom() throws {
        let announced = size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
        guard head.isEncoded || announced <= maximumBodySize else { throw tooLarge() }
        body.reserveCapacity(min(max(announced, 0), 1 << 20))
    }

    private func size(_ info: CURLINFO) -> Int {
        var size: Int64 = 0
        caravan_curl_get_size(handle, info, &size)
        return Int(size)
    }

    private func attempt(_ step: () throws -> Void) -> Bool {
        do {
            try step()
            return true
        } catch {
            refusal = error as? FetchFailure ?? FetchFailure(.other, "\(error)")
            return false
        }
    }

    private func tooLarge() -> FetchFailure {
        FetchFailure(.bodyTooLarge, "more than \(maximumBodySize) bytes")
    }

    private func inflated() -> FetchFailure {
        FetchFailure(.bodyTooLarge, "more than \(Self.maximumRatio) times its compressed size")
    }
}
