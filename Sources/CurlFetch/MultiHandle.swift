import CCurl
import HTTPFetch

/// libcurl's multi handle: the transfers under way and the connections kept open between them.
///
/// `@unchecked Sendable` is safe for this type because
///
/// - every method but ``wakeUp()`` is called by the owner thread alone, from the start of `ExchangeLoop.run()` on;
/// - `curl_multi_wakeup` is the one function of libcurl that any thread may call at any time while the handle lives;
/// - ``Mailbox`` calls ``wakeUp()`` only while it is open, under its lock, and the owner calls ``close()`` only after
///   it has seen, under that lock, that the mailbox is closed.
///
/// The compiler knows none of this: to it `raw` is a bare pointer.
final class MultiHandle: @unchecked Sendable {
    private let raw: UnsafeMutableRawPointer

    /// - Parameter connections: how many connections stay open at most.
    init(connections: Int) throws {
        guard let raw = curl_multi_init() else { throw FetchFailure(.other, "out of memory") }
        let code = caravan_curl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, connections)
        guard code == CURLM_OK else {
            curl_multi_cleanup(raw)
            throw Self.failure(code)
        }
        self.raw = raw
    }

    /// Ends the owner's present or next ``poll(milliseconds:)``.
    func wakeUp() {
        curl_multi_wakeup(raw)
    }

    func add(_ handle: EasyHandle) throws {
        let code = curl_multi_add_handle(raw, handle.raw)
        guard code == CURLM_OK else { throw Self.failure(code) }
    }

    /// Takes a transfer out, ended or not; the connection of one that had not ended is closed.
    func remove(_ handle: EasyHandle) {
        curl_multi_remove_handle(raw, handle.raw)
    }

    /// Lets every transfer do what it can without waiting.
    func perform() throws {
        var running: Int32 = 0
        let code = curl_multi_perform(raw, &running)
        guard code == CURLM_OK else { throw Self.failure(code) }
    }

    /// The next transfer that ended, or `nil`.
    func nextEnding() -> (handle: UnsafeMutableRawPointer, code: CURLcode)? {
        let ending = caravan_curl_multi_next_ending(raw)
        return ending.handle.map { ($0, ending.code) }
    }

    /// Waits until a transfer can go on, the time is over or somebody calls ``wakeUp()``.
    ///
    /// - Returns: false when the wait failed; it may then have been no wait at all.
    func poll(milliseconds: Int32) -> Bool {
        curl_multi_poll(raw, nil, 0, milliseconds, nil) == CURLM_OK
    }

    /// Closes the connections and frees the handle; every easy handle is gone by then.
    func close() {
        curl_multi_cleanup(raw)
    }

    private static func failure(_ code: CURLMcode) -> FetchFailure {
        FetchFailure(.other, curl_multi_strerror(code).map { String(cString: $0) } ?? "code \(code.rawValue)")
    }
}
