import Tracking

/// What a person says, one JSON object on each line.
enum HandProfile {
    static let text = #"""
        name: hand
        title: What a person says
        reads: json-lines
        milestones: {\#(milestones)}

        # {"record": {"kind": "parcel", "scheme": "yunexpress", "code": "YT2415800000000001", "milestone": "delivered",
        #             "at": "2026-12-08T10:00:00", "place": "DUI", "classifier": "actual", "text": "signed by neighbour"}}
        events: |
          SELECT value ->> 'kind' AS kind, value ->> 'scheme' AS scheme, value ->> 'issuer' AS issuer,
                 value ->> 'code' AS code, value ->> 'milestone' AS raw_code, value ->> 'classifier' AS classifier,
                 value ->> 'at' AS at, value ->> 'precision' AS precision, 'node' AS place_scheme, value ->> 'place' AS place,
                 value ->> 'country' AS country, value ->> 'text' AS text
          FROM json_each(:item) WHERE key = 'record' AND type = 'object'

        # {"link":   {"child": {"kind": "parcel", …}, "parent": {"kind": "container", …}, "from": "…", "until": "…"}}
        # {"unlink": {"child": {…}, "parent": {…}}}: whoever claims it, it is not so.
        links: |
          SELECT value ->> '$.child.kind' AS child_kind, value ->> '$.child.scheme' AS child_scheme,
                 value ->> '$.child.issuer' AS child_issuer, value ->> '$.child.code' AS child_code,
                 value ->> '$.parent.kind' AS parent_kind, value ->> '$.parent.scheme' AS parent_scheme,
                 value ->> '$.parent.issuer' AS parent_issuer, value ->> '$.parent.code' AS parent_code,
                 value ->> 'from' AS "from", value ->> 'until' AS until, 'by-hand' AS basis,
                 CASE key WHEN 'unlink' THEN '1' END AS denied
          FROM json_each(:item) WHERE key IN ('link', 'unlink') AND type = 'object'

        # {"alias":   {"subject": {"kind": "parcel", …}, "alias": {"kind": "parcel", …}, "role": "last-mile"}}
        # {"unalias": {"subject": {…}, "alias": {…}, "role": "last-mile"}}
        aliases: |
          SELECT value ->> '$.subject.kind' AS kind, value ->> '$.subject.scheme' AS scheme,
                 value ->> '$.subject.issuer' AS issuer, value ->> '$.subject.code' AS code,
                 value ->> '$.alias.kind' AS alias_kind, value ->> '$.alias.scheme' AS alias_scheme,
                 value ->> '$.alias.issuer' AS alias_issuer, value ->> '$.alias.code' AS alias_code,
                 value ->> 'role' AS role, value ->> 'from' AS "from",
                 CASE key WHEN 'alias' THEN '1' ELSE '0' END AS by_hand
          FROM json_each(:item) WHERE key IN ('alias', 'unalias') AND type = 'object'

        # {"watch":   {"kind": "container", "scheme": "iso6346", "code": "MRKU9465770", "carrier": "line-a"}}
        # {"unwatch": {"kind": "container", "scheme": "iso6346", "code": "MRKU9465770", "carrier": "line-a"}}
        watches: |
          SELECT value ->> 'kind' AS kind, value ->> 'scheme' AS scheme, value ->> 'issuer' AS issuer,
                 value ->> 'code' AS code, value ->> 'carrier' AS carrier,
                 CASE key WHEN 'watch' THEN '1' ELSE '0' END AS asks
          FROM json_each(:item) WHERE key IN ('watch', 'unwatch') AND type = 'object'

        # {"retract": {"kind": "container", …, "occurred_at": "2026-11-20T06:56:00Z", "source": "line-a",
        #              "source_id": "…", "raw_code": "DEPA", "place": "URH", "classifier": "actual"}}
        retractions: |
          SELECT value ->> 'kind' AS kind, value ->> 'scheme' AS scheme, value ->> 'issuer' AS issuer,
                 value ->> 'code' AS code, value ->> 'occurred_at' AS occurred_at, value ->> 'source' AS source,
                 value ->> 'source_id' AS source_id, value ->> 'raw_code' AS raw_code, value ->> 'place' AS place,
                 value ->> 'classifier' AS classifier
          FROM json_each(:item) WHERE key = 'retract' AND type = 'object'

        # {"undo":    {"source": "manifest", "sha256": "…"}}
        # {"replace": {"source": "manifest", "sha256": "…", "replacement": "…"}}
        undoings: |
          SELECT value ->> 'source' AS source, value ->> 'sha256' AS sha256, value ->> 'replacement' AS replacement
          FROM json_each(:item) WHERE key IN ('undo', 'replace') AND type = 'object'
        """#

    /// Our own words, each meaning itself.
    private static let milestones = Milestone.allCases.filter { $0 != .unmapped }
        .map { "\($0.rawValue): \($0.rawValue)" }.joined(separator: ", ")
}
