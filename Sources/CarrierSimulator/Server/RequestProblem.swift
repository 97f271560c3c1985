/// Why bytes from a connection are no request that the server answers.
enum RequestProblem: Error, Hashable {
    case malformed
    case tooLong
}
