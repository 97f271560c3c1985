/// What a person says, one JSON object on each line.
enum HandProfile {
    static let text = #"""
        name: hand
        title: What a person says
        reads: json-lines

        # {"watch":   {"kind": "container", "scheme": "iso6346", "code": "MRKU9465770", "carrier": "line-a"}}
        # {"unwatch": {"kind": "container", "scheme": "iso6346", "code": "MRKU9465770", "carrier": "line-a"}}
        watches: |
          SELECT value ->> 'kind' AS kind, value ->> 'scheme' AS scheme, value ->> 'issuer' AS issuer,
                 value ->> 'code' AS code, value ->> 'carrier' AS carrier,
                 CASE key WHEN 'watch' THEN '1' ELSE '0' END AS asks
          FROM json_each(:item) WHERE key IN ('watch', 'unwatch') AND type = 'object'
        """#
}
