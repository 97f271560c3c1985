/// Asks one HTTP question and waits for the whole answer.
///
/// The one seam between what Caravan wants to know and how it is carried: `CurlFetch` implements it with libcurl, tests
/// with a script.
public protocol HTTPFetcher: Sendable {
    /// Sends `request` and returns the complete answer, whatever its status code.
    ///
    /// - Throws: ``FetchFailure`` when no complete answer came; `CancellationError` when the task was cancelled.
    func fetch(_ request: HTTPRequest) async throws -> HTTPResponse
}
