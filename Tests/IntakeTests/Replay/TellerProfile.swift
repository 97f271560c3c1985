import Messages

/// A source that says anything that can be said, in short words, for random stories.
enum TellerProfile {
    static let text = #"""
        name: teller
        title: Says anything
        reads: json
        recognise: { all: ["$.told"] }
        each: ["$.told[*]"]
        milestones: { A: departed, B: arrived, C: loaded }
        events: |
          SELECT value ->> 'k' AS kind, value ->> 's' AS scheme, value ->> 'c' AS code, value ->> 'id' AS source_id,
                 value ->> 'v' AS version, value ->> 'x' AS retracted, value ->> 'm' AS raw_code, value ->> 'at' AS at,
                 'actual' AS classifier, value ->> 't' AS text
          FROM json_each(:item, '$.e')
        links: |
          SELECT value ->> 'k' AS child_kind, value ->> 's' AS child_scheme, value ->> 'c' AS child_code,
                 value ->> 'pk' AS parent_kind, value ->> 'pc' AS parent_code, value ->> 'until' AS until,
                 value ->> 'b' AS basis, value ->> 'x' AS retracted
          FROM json_each(:item, '$.l')
        aliases: |
          SELECT 'parcel' AS kind, 'number' AS scheme, value ->> 'c' AS code, 'parcel' AS alias_kind,
                 'number' AS alias_scheme, value ->> 'a' AS alias_code, 'last-mile' AS role
          FROM json_each(:item, '$.a')
        facts: |
          SELECT value ->> 'k' AS kind, value ->> 's' AS scheme, value ->> 'c' AS code, value ->> 'n' AS name,
                 value ->> 'v' AS value
          FROM json_each(:item, '$.f')
        """#

    /// The same with one more word, and one that means something else.
    static var changed: String {
        text.replacing("A: departed, B: arrived", with: "A: departed, B: gated-in, D: stripped")
    }
}
