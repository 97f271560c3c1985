/// SF Express' open platform, service EXP_RECE_SEARCH_ROUTES: parcels, ten numbers a question, signed.
enum SFExpressProfile {
    static let text = #"""
        name: sf-express
        title: SF Express routes
        reads: json
        # The platform puts the answer of the service into a string of its own.
        unwrap: $.apiResultData
        recognise:
          all: [$.apiResultCode]
          any: [$.apiResultData, $.apiErrorMsg]
          or:
            - { all: ["$.msgData.routeResps[0].mailNo"] }
            - { all: ["$.routeResps[0].mailNo"] }
            - { keys: [apiResultCode, apiResultData] }

        # What is not covered: numbers that are not on your own account, of which SF wants the last digits of a phone
        # number (checkPhoneNo) that no message here holds; SF answers for them without routes.
        ask:
          about: [parcel]
          method: POST
          url: "{base_url}/std/service"
          body:
            form: form
            # By the number of the parcel, and its standard routes; the texts in Chinese.
            data: '{"language":"zh-CN","trackingType":"1","trackingNumber":[{numbers}],"methodType":"1"}'
            number: '"{code}"'
            text: "partnerID={user}&requestID={nonce}&serviceCode=EXP_RECE_SEARCH_ROUTES&timestamp={timestamp}&\
              msgDigest={signature}&msgData={data}"
          batch: 10
          rate: 5/s
          quota: 3000/day
          numbers:
            - each: $.apiResultData.msgData.routeResps[*]
              number: $.mailNo
              code: "$.routes[0]"
              # A number without a route is one that SF knows nothing of yet.
              nothing: [""]
          # Failures come with status 200 and a code of the platform's, or of the service's inside it.
          answers:
            blocked:
              - { path: $.apiResultCode, is: A1003, reason: "A1003: this machine's address is not on SF's list" }
              - { path: $.apiResultCode, is: A1004, reason: "A1004: the partner may not use this service" }
              - { path: $.apiResultCode, is: A1006, reason: "A1006: SF refuses the signature; check the secret" }
            slow-down: [{ path: $.apiResultCode, is: A1005 }]
            failed:
              - { path: $.apiResultCode, is-not: A1000 }
              - { path: $.apiResultData.errorCode, is-not: S0000 }
              - { path: $.apiResultData.success, is: "false" }
              - { absent: $.apiResultData.msgData.routeResps }
        # The secret is partnerID:checkword.
        credentials: { signature: sf-express }
        history: whole

        redact:
          # Remarks name couriers and whoever signed, with their phone numbers.
          - each: ["$.apiResultData.msgData.routeResps[*].routes[*]", "$.msgData.routeResps[*].routes[*]",
                   "$.routeResps[*].routes[*]"]
            look: [$.remark, $.opCode]
            words: [签收, 代收, 收件人, 快递员, 收派员, 业务员, 电话, 手机, 联系, 取件码, signed, recipient, courier, phone,
                    tel, contact, pickup code, "80"]
            paths: [$.remark]
            keep: [退回, 退件, returned, return to]

        each: ["$.apiResultData.msgData.routeResps[*]", "$.msgData.routeResps[*]", "$.routeResps[*]", "$"]

        # Only these two are certain; every other code stays as it came, with its text.
        milestones:
          "50": accepted
          "80": delivered

        with: |
          told(number, routes) AS (
            SELECT CAST(:item ->> '$.mailNo' AS TEXT),
                   CASE json_type(:item, '$.routes') WHEN 'array' THEN :item -> '$.routes' ELSE '[]' END),
          who(kind, scheme, issuer, code) AS (
            SELECT a.value ->> 'kind', a.value ->> 'scheme', a.value ->> 'issuer', a.value ->> 'code'
            FROM json_each(:asked) AS a, told
            WHERE upper(replace(told.number, ' ', '')) = upper(replace(a.value ->> 'code', ' ', '')) LIMIT 1),
          subject(kind, scheme, issuer, code) AS (
            SELECT kind, scheme, issuer, code FROM who
            UNION ALL
            SELECT 'parcel', NULL, NULL, number FROM told
            WHERE coalesce(number, '') <> '' AND NOT EXISTS (SELECT 1 FROM who)),
          route(e) AS (SELECT r.value FROM told, json_each(told.routes) AS r WHERE r.type = 'object')

        problems: |
          SELECT 'rejection' AS severity, 'answer-code' AS kind, 'apiResultCode' AS "column",
                 coalesce(:item ->> '$.apiResultData.errorCode', :item ->> '$.apiResultCode') AS value,
                 'SF answered with an error'
                   || coalesce(': ' || nullif(coalesce(:item ->> '$.apiResultData.errorMsg',
                                                       :item ->> '$.apiErrorMsg'), ''), '')
                   || '; ask again' AS reason
          FROM told WHERE number IS NULL AND json_type(:item, '$.apiResultCode') IS NOT NULL
          UNION ALL
          SELECT 'rejection', 'no-subject', 'mailNo', NULL, 'it does not say which number it is about'
          FROM told WHERE number IS NULL AND json_type(:item, '$.apiResultCode') IS NULL
          UNION ALL
          SELECT 'rejection', 'no-routes', 'routes', number,
                 'there is no list of routes; the sender may have changed it'
          FROM told
          WHERE number IS NOT NULL AND coalesce(json_type(:item, '$.routes'), 'missing') NOT IN ('array', 'null')
          UNION ALL
          -- Of several numbers that were asked some may be new; in a file there is nothing to take.
          SELECT 'rejection', 'no-result', 'routes', number,
                 'SF knows no route of ' || number || ' yet, or shows none without the phone number; ask again later'
          FROM told WHERE number IS NOT NULL AND routes = '[]' AND json_array_length(:asked) = 0

        events: |
          SELECT s.kind, s.scheme, s.issuer, s.code,
                 -- What comes back is signed for as well, by its sender.
                 CASE WHEN e ->> '$.opCode' = '80'
                           AND (remark LIKE '%退回%' OR remark LIKE '%退件%' OR remark LIKE '%return%')
                        THEN '80: returned?'
                      ELSE coalesce(nullif(e ->> '$.opCode', ''), 'no-code') END AS raw_code,
                 'actual' AS classifier, e ->> '$.acceptTime' AS at,
                 'name' AS place_scheme, nullif(e ->> '$.acceptAddress', '') AS place,
                 CASE WHEN instr(remark, '(redacted)') = 1 THEN NULL ELSE nullif(remark, '') END AS text
          FROM (SELECT e, coalesce(e ->> '$.remark', '') AS remark FROM route), subject AS s

        # That they know nothing yet is told of them and not of the parcel; so is that they do.
        facts: |
          SELECT s.kind, s.scheme, s.issuer, s.code, 'carrier_status' AS name,
                 CASE routes WHEN '[]' THEN 'no routes yet' ELSE 'routes' END AS value
          FROM told, subject AS s WHERE json_array_length(:asked) > 0

        # Scans at home are by Beijing's clock; those abroad by that of their place where it is known. Where it is not,
        # the same is assumed and marked.
        zone: Asia/Shanghai
        """#
}
