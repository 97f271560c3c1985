import CCurl

/// libcurl's multi interface and nothing around it: the ceiling of fetching.
final class BareFetch {
    struct Failure: Error {}

    private final class Sink {
        var bytes: [UInt8] = []
        var total = 0
    }

    private let multi: UnsafeMutableRawPointer
    private var handles: [UnsafeMutableRawPointer] = []
    private var sinks: [Sink] = []
    private var headers: UnsafeMutablePointer<curl_slist>?

    /// - Parameter headers: lines that are sent besides the usual ones.
    init(inFlight: Int, headers more: [String] = []) throws {
        guard caravan_curl_global_init() == CURLE_OK, let multi = curl_multi_init() else { throw Failure() }
        self.multi = multi
        headers = curl_slist_append(headers, "API-Version: 2")
        headers = curl_slist_append(headers, "Accept: application/json")
        for line in more { headers = curl_slist_append(headers, line) }
        for _ in 0..<inFlight {
            guard let handle = curl_easy_init() else { throw Failure() }
            let sink = Sink()
            sinks.append(sink)
            handles.append(handle)
            caravan_curl_set_receive(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                guard let bytes, let context else { return 0 }
                let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
                return size * count
            }
            caravan_curl_set_pointer(handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(sink).toOpaque())
            caravan_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
            caravan_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        }
    }

    deinit {
        for handle in handles { curl_easy_cleanup(handle) }
        curl_multi_cleanup(multi)
        curl_slist_free_all(headers)
    }

    /// Fetches every URL, always as many at once as there are handles; returns the bytes that came.
    func fetch(_ urls: [String]) throws -> Int {
        var next = 0
        var running = 0
        func start(_ handle: UnsafeMutableRawPointer) {
            guard next < urls.count else { return }
            caravan_curl_set_text(handle, CURLOPT_URL, urls[next])
            curl_multi_add_handle(multi, handle)
            next += 1
            running += 1
        }
        for handle in handles { start(handle) }
        while running > 0 {
            var active: Int32 = 0
            var hasBegun = false
            guard curl_multi_perform(multi, &active) == CURLM_OK else { throw Failure() }
            while true {
                let ending = caravan_curl_multi_next_ending(multi)
                guard let handle = ending.handle else { break }
                guard ending.code == CURLE_OK else { throw Failure() }
                curl_multi_remove_handle(multi, handle)
                running -= 1
                empty(handle)
                start(handle)
                hasBegun = true
            }
            // What has just begun wants to be performed first; a wait now could miss an answer that is already here.
            if hasBegun { continue }
            if running > 0 { curl_multi_poll(multi, nil, 0, 1000, nil) }
        }
        return sinks.reduce(0) { $0 + $1.total }
    }

    private func empty(_ handle: UnsafeMutableRawPointer) {
        guard let index = handles.firstIndex(of: handle) else { return }
        sinks[index].total += sinks[index].bytes.count
        sinks[index].bytes.removeAll(keepingCapacity: true)
    }
}
