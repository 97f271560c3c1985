extension Settings {
    /// A commented file to start from. It is itself a valid file, and asks nobody.
    public static let example = """
        # Caravan's settings. Every key may be left out; nothing here is needed to import and to look up.
        # Relative paths start at the folder of this file. Secrets never stand here: write env:NAME, file:PATH or
        # credential:NAME (systemd). See every mistake at once with: caravan settings

        # Where everything is kept.
        # database: /var/lib/caravan/caravan.db

        # Folders that are read by themselves. A file that has stopped growing is imported and moved to done/, or to
        # rejected/, with a report beside it. What comes on the day of a deadline stands for that day, early or late.
        inbox: []
        #  - path: /srv/caravan/in/manifests
        #    profile: manifest            # how its files are read; left out, the format is recognised
        #  - path: /srv/caravan/in/positions
        #    profile: positions
        #    expect: daily 18:00          # attention when nothing came; or weekly mon 09:00, or every 6h

        # Who is asked, and how often at most.
        carriers: []
        #  - name: line-a                 # your name for it
        #    profile: dcsa                # see: caravan carriers; or the path of a profile of yours
        #    base_url: https://api.line-a.example
        #    secret: env:LINE_A_KEY
        #    rate: 2/s                    # or 30/min, 100/h, 250/day; left out, the profile's
        #    quota: 250/day
        #    quiet: "22:00-06:00"         # hours in which it is not asked, by the clock of report_zone
        #    quiet_zone: Europe/Berlin    # or of this zone
        #    concurrent: 4                # requests in flight
        #    watch: [container]           # kinds or patterns ("HLBU*") to ask about unbidden
        #    interval: 30m                # how often a number is asked; left out, when news are likely decides
        #    ca_file: line-a.pem          # a certificate authority of their own

        # Further places and other names of known ones.
        # places: places.csv

        # The zone of hand-kept tables that name none.
        report_zone: Asia/Shanghai

        # Where no paper says which container a parcel is in, it is worked out from evidence. Whether the parcels of one
        # consignor may be evidence for those of another, in the same bag or box; left out, they are not.
        # shared_evidence: true

        """
}
