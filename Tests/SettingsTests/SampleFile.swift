/// Settings files the tests share.
enum SampleFile {
    static let complete = """
        database: /var/lib/caravan/caravan.db
        inbox:
          - { path: /srv/caravan/in/manifests, profile: manifest }
          - { path: /srv/caravan/in/positions, profile: positions, expect: daily 18:00 }
        carriers:
          - name: line-a
            profile: dcsa
            base_url: https://api.line-a.example/
            secret: env:LINE_A_KEY
            rate: 2/s
            quota: 250/day
            quiet: "22:00-06:00"
            quiet_zone: Asia/Almaty
            concurrent: 4
            watch: [container, "HLBU*"]
            ca_file: ca.pem
            interval: 30m
        places: /etc/caravan/places.csv
        report_zone: Europe/Berlin
        shared_evidence: true
        """

    /// Ten mistakes of ten kinds.
    static let broken = """
        databse: /var/lib/caravan/caravan.db
        inbox:
          - { profile: manifest }
        carriers:
          - name: line-a
            profile: dcsa
            rate: fast
            rate: slow
            concurrent: [4]
            secret: env:LINE_A_KEY
          - name: line-a
            profile: dhl
            base_url: http://api.line-a.example
            watch: [contaner]
            secret: sk-live-0123456789
        report_zone: Europa/Berlin
        """
}
