import Tracking

extension ReadSession {
    /// Every label that papers have given so far: from them calibration is computed.
    public func inferenceScores() throws -> [InferenceScore] {
        let rows = try statement(
            """
            SELECT s.kind, x.probability, x.is_right, x.model, x.scored_at
            FROM inference_score AS x JOIN subject AS s ON s.id = x.parent
            """
        ).bind()
        var found: [InferenceScore] = []
        while try rows.step() {
            guard let kind = SubjectKind(rawValue: try word(rows.integer(0))) else { continue }
            found.append(
                InferenceScore(
                    parentKind: kind, probability: rows.real(1), isRight: rows.integer(2) == 1,
                    model: try word(rows.integer(3)), scoredAt: Instant(milliseconds: rows.integer(4))))
        }
        return found
    }
}
