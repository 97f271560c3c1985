import CCurl

/// What libcurl calls during a transfer; the context is the handle's ``IncomingAnswer``, which lives as long as it.
extension EasyHandle {
    static let receiveHeader: caravan_curl_receive = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return incoming(context).receiveHeader(line) ? line.count : 0
    }

    static let receiveBody: caravan_curl_receive = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return incoming(context).receiveBody(part) ? part.count : 0
    }

    static let beforeSend: caravan_curl_before_send = { context, _, _, _, _ in
        guard let context, incoming(context).maySend() else { return CURL_PREREQFUNC_ABORT }
        return CURL_PREREQFUNC_OK
    }

    private static func incoming(_ context: UnsafeMutableRawPointer) -> IncomingAnswer {
        Unmanaged<IncomingAnswer>.fromOpaque(context).takeUnretainedValue()
    }
}
