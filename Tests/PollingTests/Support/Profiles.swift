/// Profiles that are only here.
enum Profiles {
    /// Asks about parcels and containers; an unknown number is answered with 404.
    static let lab = """
        name: lab
        title: A carrier of the tests
        reads: json
        ask:
          about: [parcel, container]
          url: "{base_url}/track/{code}"
          answers:
            unknown: [{ status: 404 }]
        each: $.events[*]
        milestones: { LOAD: loaded, OFD: out-for-delivery }
        events: |
          SELECT :item ->> 'id' AS source_id, :item ->> 'what' AS raw_code, :item ->> 'at' AS at,
                 'actual' AS classifier
        """
}
