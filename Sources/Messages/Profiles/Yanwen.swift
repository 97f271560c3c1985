/// Yanwen's tracking interface (trackapi.yanwentech.com), as clients of it describe it: parcels, one number a question.
enum YanwenProfile {
    static let text = #"""
        name: yanwen
        title: Yanwen tracking
        reads: json
        recognise:
          all: ["$.result[0].tracking_number"]
          any: ["$.result[0].checkpoints", "$.result[0].tracking_status"]
          or:
            - { all: [$.code, $.result, $.elapsedMilliseconds] }
            - { keys: [tracking_number, checkpoints, time_stamp] }

        # The interface is published under plain http, which shows the customer number and every answer to whoever
        # listens; base_url must be https all the same. Where Yanwen gives you no address with https, put a proxy of
        # your own in front that speaks TLS, or one on this machine: http is accepted for loopback addresses.
        ask:
          about: [parcel]
          url: "{base_url}/api/tracking?nums={code}"
          headers: { Accept: application/json }
          # Whether several numbers may stand in a question, and how, is not published.
          batch: 1
          rate: 1/s
          answers:
            nothing:
              - { path: "$.result[0].tracking_status", is: NOTFOUND, absent: "$.result[0].checkpoints[0]" }
              - { path: $.code, is: "0", present: $.result, absent: "$.result[0]" }
            # Status 200 and a code of its own; what the codes mean is not published.
            failed: [{ path: $.code, is-not: "0" }, { absent: $.result }]
        # The customer number.
        credentials: { header: Authorization }
        history: whole

        redact:
          # The text of a delivery may name who took the parcel.
          - each: ["$.result[*].checkpoints[*]"]
            look: [$.message]
            words: [signed, signature, received by, left with, recipient, neighbo, 签收, 收件人, 代收]
            paths: [$.message]

        each: ["$.result[*]", "$"]

        # Only what is known for certain; every other code stays as it came, with its text.
        milestones:
          PU10: accepted

        with: |
          told(number, status, points) AS (
            SELECT CAST(:item ->> '$.tracking_number' AS TEXT), upper(coalesce(:item ->> '$.tracking_status', '')),
                   CASE json_type(:item, '$.checkpoints') WHEN 'array' THEN :item -> '$.checkpoints' ELSE '[]' END),
          who(kind, scheme, issuer, code) AS (
            SELECT a.value ->> 'kind', a.value ->> 'scheme', a.value ->> 'issuer', a.value ->> 'code'
            FROM json_each(:asked) AS a, told
            WHERE upper(replace(told.number, ' ', '')) = upper(replace(a.value ->> 'code', ' ', '')) LIMIT 1),
          subject(kind, scheme, issuer, code) AS (
            SELECT kind, scheme, issuer, code FROM who
            UNION ALL
            SELECT 'parcel', NULL, NULL, number FROM told
            WHERE coalesce(number, '') <> '' AND NOT EXISTS (SELECT 1 FROM who)),
          point(e) AS (SELECT p.value FROM told, json_each(told.points) AS p WHERE p.type = 'object')

        problems: |
          SELECT 'rejection' AS severity, 'answer-code' AS kind, 'code' AS "column", :item ->> '$.code' AS value,
                 'Yanwen answered with an error'
                   || coalesce(': ' || nullif(:item ->> '$.message', ''), '') || '; ask again' AS reason
          FROM told WHERE number IS NULL AND json_type(:item, '$.code') IS NOT NULL
          UNION ALL
          SELECT 'rejection', 'no-subject', 'tracking_number', NULL, 'it does not say which number it is about'
          FROM told WHERE number IS NULL AND json_type(:item, '$.code') IS NULL
          UNION ALL
          SELECT 'rejection', 'no-result', 'tracking_status', status,
                 'Yanwen knows nothing of ' || number || ' yet; ask again later, or check the number'
          FROM told WHERE number IS NOT NULL AND points = '[]' AND status = 'NOTFOUND'

        events: |
          SELECT s.kind, s.scheme, s.issuer, s.code,
                 coalesce(nullif(e ->> '$.tracking_status', ''), 'no-status') AS raw_code, 'actual' AS classifier,
                 e ->> '$.time_stamp' AS at,
                 CASE WHEN e ->> '$.time_zone' GLOB '[0-9]*' THEN '+' || (e ->> '$.time_zone')
                      ELSE nullif(e ->> '$.time_zone', '') END AS zone,
                 'name' AS place_scheme, nullif(e ->> '$.location', '') AS place,
                 CASE WHEN instr(coalesce(e ->> '$.message', ''), '(redacted)') = 1 THEN NULL
                      ELSE nullif(e ->> '$.message', '') END AS text
          FROM point, subject AS s

        # Times without a zone are taken for Beijing's, and marked as an assumption.
        zone: Asia/Shanghai
        """#
}
