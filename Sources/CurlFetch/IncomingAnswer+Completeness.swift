import HTTPFetch

extension IncomingAnswer {
    /// Checks that what libcurl calls done is a whole answer.
    ///
    /// - Throws: ``FetchFailure`` of kind `incomplete`, or `bodyTooLarge` for a body that was inflated beyond belief.
    func checkCompleteness(status: Int) throws {
        guard head.isComplete else { throw FetchFailure(.incomplete, "the connection ended within the headers") }
        if status == 204 || status == 304 { return }
        try checkRatio()
        let lengths = head.headers.values(of: "content-length")
        if head.headers.values(of: "transfer-encoding").contains(where: { $0.lowercased().contains("chunked") }) {
            return
        }
        if lengths.isEmpty {
            try checkEnd(status: status)
        } else if !head.isEncoded {
            try check(lengths)
        }
    }

    private func check(_ lengths: [String]) throws {
        guard lengths.allSatisfy({ Int($0) == body.count }) else {
            throw FetchFailure(.incomplete, "\(body.count) bytes came, Content-Length says \(lengths[0])")
        }
    }

    /// A body that ends where the connection does may be cut anywhere; only a format that marks its own end shows it.
    private func checkEnd(status: Int) throws {
        guard head.isHTTP1, (200...299).contains(status) else { return }
        let type = head.headers.values(of: "content-type").first?.lowercased() ?? ""
        guard ["json", "xml", "zip"].contains(where: { type.contains($0) }) else {
            throw FetchFailure(.incomplete, "neither Content-Length nor chunks say where the answer ends")
        }
    }
}
