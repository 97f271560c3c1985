/// Messages of the European railways by TAF TSI (ERA, `taf_cat_complete.xsd`): how a train ran, what it is made of, and
/// what happened to a wagon. Read as documents, by local names, so in any version of the namespace.
///
/// Only the Common Interface and bilateral agreements deliver them; nobody can be asked.
enum TAFProfile {
    static let text = reading + meaning + claims

    private static let reading = #"""
        name: taf
        title: TAF TSI (train composition 3003, train running 4003 to 4005, wagons 5006, 5020 and 5500, orders 1000)
        reads: xml
        # Any message that begins with the common header is one; what is not among those read says so by its name.
        recognise: { keys: [MessageHeader, MessageReference, MessageIdentifier] }
        # Times without an offset are local at the place; this zone is for those that tell no place either.
        zone: Europe/Berlin

        each:
          - $.TrainCompositionJourneySection[*].WagonData[*]
          - $.WagonData[*]
          - $.WagonStatusMessage[*]
          - $.TrainLocationReport[*]
          - $.TrainAtLocation[*]
          - $.COMS[*]
          # Of the rest the whole message is the item, so that it is accounted for.
          - $

        # Contacts, names of persons, dangerous goods and technical data are not among these.
        keep: ["@CI_InstanceNumber", MessageType, MessageTypeVersion, MessageIdentifier, MessageDateTime,
               MessageStatus, Sender, Recipient, ObjectType, Company, Core, Variant, TimetableYear, StartDate,
               OperationalTrainNumber, ScheduledTimeAtHandover, ScheduledDateTimeAtTransfer, ResponsibleRU,
               CountryCodeISO, LocationPrimaryCode, PrimaryLocationName, LocationDateTime, TrainLocationStatus,
               BookedLocationDateTime, ReferencedLocationDateTime, AgainstBooked, AgainstReferenced, ReportingRU,
               MessageCreationDateTime, WagonNumberFreight, EventType, EventDateTime, Latitude, Longitude,
               LoadingStatus, TrainOperatingRU, TrainDepartureDate, ShippingCountry, ShippingStationCode,
               ShippingStationName, ShippingCarrier, AcceptanceDate, ConsignmentNumber, DossierNumber,
               WagonTrainPosition, TypeOfLoadUnit, LoadUnitNumber, ContainerNumber, ArrivalTimeAtLocation,
               ShipmentType, ConsignmentOrderType, VersionNumber, CarrierCode, WagonMileage, start, end, "@start",
               "@end", "@id", Weight]
        quantities: [mileage_km, weight_t]

        # The list stands before the code: EventType 03 is a departure, and RunningStatus 03 an arrival on the way.
        milestones:
          "4003.01": arrived
          "4003.02": departed
          "4003.03": arrived
          "4003.04": departed
          "4003.05": passed
          "4004.01": arrived
          "4004.02": departed
          "4004.03": arrived
          "4004.04": departed
          "4004.05": passed
          "4005.01": arrived
          "4005.02": departed
          "4005.03": arrived
          "4005.04": departed
          "4005.05": passed
          # A wagon is ready, or fetched from its siding: the railway's own business with its customer.
          "5020.10": announced
          "5020.20": accepted
          "5020.01": departed
          "5020.03": departed
          "5020.04": arrived
          "5020.13": passed
          # From one railway to the next. It says where the wagon is, and nothing of a last mile.
          "5020.14": position
          "5020.24": position
          "5020.06": held
          "5020.16": position
          "5020.05": arrived
          # On the siding where it is unloaded: the wagon is given over there, and no parcel delivered.
          "5020.15": arrived
          "5020.60": position
          "5006.eta": arrived

        # m: what the header says. j: where the train is named. d: the train. p: the place and what is told of it.
        with: |
          h AS (
            SELECT coalesce(nullif(trim(:head ->> '$.MessageHeader[0].MessageReference[0].MessageType[0]'), ''),
                            CASE :root WHEN 'TrainCompositionMessage' THEN '3003'
                              WHEN 'TrainForecastAtReportingLocationMessage' THEN '4003'
                              WHEN 'TrainRunningForecastMessage' THEN '4004'
                              WHEN 'TrainRunningInformationMessage' THEN '4005' WHEN 'WagonETI_ETA_Message' THEN '5006'
                              WHEN 'WagonStatusMessages' THEN '5020' WHEN 'WagonPerformanceMessage' THEN '5500'
                              WHEN 'ConsignmentOrderMessage' THEN '1000' ELSE '' END) AS type,
                   coalesce(:head ->> '$.MessageHeader[0].Sender[0].#text', :head ->> '$.MessageHeader[0].Sender[0]',
                            '') AS sender,
                   coalesce(:head ->> '$.MessageHeader[0].MessageReference[0].MessageIdentifier[0]', '') AS message_id,
                   :head ->> '$.MessageHeader[0].MessageReference[0].MessageDateTime[0]' AS stamp,
                   coalesce(nullif(trim(:head ->> '$.MessageStatus[0]'), ''), '1') AS action),
          -- Versions are compared as text, so all are brought to UTC; +1:00 is written too.
          m AS (
            SELECT h.*, action = '3' AS withdrawn,
                   coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', CASE
                     WHEN stamp GLOB '*[+-][0-9]:[0-9][0-9]'
                       THEN substr(stamp, 1, length(stamp) - 4) || '0' || substr(stamp, -4)
                     ELSE stamp END), stamp) AS version
            FROM h),
          x AS (
            SELECT m.*, CASE type WHEN '5020' THEN :item -> '$.Train[0]' WHEN '4003' THEN :item ELSE :head END AS j
            FROM m),
          id(day, rank) AS (
            SELECT substr(i.value ->> '$.StartDate[0]', 1, 10), i.value ->> '$.ObjectType[0]' IS NOT 'TR'
            FROM x, json_each(j, '$.TrainOperationalIdentification[0].TransportOperationalIdentifiers') AS i
            UNION ALL
            SELECT substr(i.value ->> '$.StartDate[0]', 1, 10), i.value ->> '$.ObjectType[0]' IS NOT 'TR'
            FROM x, json_each(j, '$.TransportOperationalIdentifiers') AS i),
          t AS (
            SELECT x.*,
                   upper(replace(trim(coalesce(
                     j ->> '$.OperationalTrainNumberIdentifier[0].OperationalTrainNumber[0]',
                     j ->> '$.OperationalTrainNumber[0]', '')), ' ', '')) AS number,
                   (SELECT day FROM id WHERE day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' ORDER BY rank LIMIT 1)
                     AS start_day,
                   j ->> '$.TrainDepartureDate[0]' AS left_day,
                   j ->> '$.OperationalTrainNumberIdentifier[0].ScheduledTimeAtHandover[0]' AS handover,
                   j ->> '$.OperationalTrainNumberIdentifier[0].ScheduledDateTimeAtTransfer[0]' AS transfer,
                   CASE type
                     WHEN '4003' THEN :head -> '$.Location[0]'
                     WHEN '5020' THEN :item -> '$.Event[0].EventLocationInformation[0].EventLocation[0]'
                     WHEN '5006' THEN :item -> '$.ArrivalInterchangeReport[0].Location[0]'
                     ELSE :item -> '$.Location[0]' END AS told,
                   CASE WHEN type IN ('4003', '4004', '4005')
                     AND trim(:item ->> '$.TrainLocationStatus[0]') <> ''
                     THEN printf('%02d', trim(:item ->> '$.TrainLocationStatus[0]')) END AS running,
                   nullif(trim(:item ->> '$.LocationDateTime[0]'), '') AS at,
                   nullif(trim(:item ->> '$.BookedLocationDateTime[0]'), '') AS booked
            FROM x),
          d AS (
            SELECT t.*, coalesce(told -> '$.Location[0]', told) AS l,
                   coalesce(start_day,
                     CASE WHEN left_day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-*' THEN substr(left_day, 1, 10) END)
                     AS day,
                   coalesce(
                     CASE WHEN handover GLOB '[12][0-9][0-9][0-9]-[01][0-9]-*' THEN substr(handover, 1, 10) END,
                     CASE WHEN transfer GLOB '[12][0-9][0-9][0-9]-[01][0-9]-*' THEN substr(transfer, 1, 10) END)
                     AS handover_day,
                   -- It left its origin on the day on which it left its origin.
                   CASE WHEN running = '02' THEN substr(coalesce(booked, at), 1, 10) END AS own_day
            FROM t),
          p AS (
            SELECT d.*, CASE WHEN number <> '' THEN number || '@' || coalesce(day, handover_day, own_day) END AS train,
                   upper(nullif(trim(l ->> '$.CountryCodeISO[0]'), '')) AS country,
                   nullif(trim(l ->> '$.PrimaryLocationName[0]'), '') AS place_name,
                   CASE WHEN trim(l ->> '$.LocationPrimaryCode[0]') GLOB '[0-9]*' THEN 'uic' ELSE 'name' END
                     AS place_scheme,
                   coalesce(upper(trim(l ->> '$.CountryCodeISO[0]')) || CASE
                              WHEN trim(l ->> '$.LocationPrimaryCode[0]') GLOB '[0-9]*'
                              THEN printf('%05d', trim(l ->> '$.LocationPrimaryCode[0]')) END,
                            nullif(trim(l ->> '$.PrimaryLocationName[0]'), '')) AS place,
                   -- Where no place is told, the clocks are those of the sender's country: companies' codes of RICS.
                   CASE WHEN l IS NULL THEN CASE sender
                     WHEN '0051' THEN 'Europe/Warsaw' WHEN '0054' THEN 'Europe/Prague'
                     WHEN '0055' THEN 'Europe/Budapest' WHEN '0056' THEN 'Europe/Bratislava'
                     WHEN '0070' THEN 'Europe/London' WHEN '0080' THEN 'Europe/Berlin'
                     WHEN '0081' THEN 'Europe/Vienna' WHEN '0085' THEN 'Europe/Zurich'
                     WHEN '0087' THEN 'Europe/Paris' WHEN '0088' THEN 'Europe/Brussels' END END AS sender_zone,
                   replace(trim(coalesce(:item ->> '$.WagonNumberFreight[0]',
                     :item ->> '$.WagonInformation[0].WagonNumberFreight[0]', '')), ' ', '') AS wagon,
                   CASE WHEN trim(:item ->> '$.Event[0].EventType[0]') <> ''
                     THEN printf('%02d', trim(:item ->> '$.Event[0].EventType[0]')) END AS event_type,
                   nullif(trim(:item ->> '$.Event[0].EventDateTime[0]'), '') AS event_at
            FROM d),
          -- Load units of a wagon: a container's number, or the mark of a trailer, which is none.
          unit(code) AS (
            SELECT DISTINCT upper(replace(trim(value), ' ', '')) FROM json_tree(:item)
            WHERE type = 'text' AND trim(value) <> ''
              AND (path LIKE '%.LoadUnitNumber' OR path LIKE '%.ContainerNumber')),
          box(code) AS (
            SELECT code FROM unit WHERE code GLOB '[A-Z][A-Z][A-Z][A-Z][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
          -- A consignment note by its control label, or by as much of it as is there.
          label AS (
            SELECT value ->> '$.ControlLabel[0].ShippingCountry[0]' AS country,
                   value ->> '$.ControlLabel[0].ShippingStationCode[0]' AS station,
                   value ->> '$.ControlLabel[0].ShippingCarrier[0]' AS carrier,
                   substr(value ->> '$.ControlLabel[0].AcceptanceDate[0]', 1, 10) AS day,
                   upper(replace(trim(value ->> '$.ControlLabel[0].ConsignmentNumber[0]'), ' ', '')) AS number,
                   trim(value ->> '$.DossierNumber[0]') AS dossier
            FROM json_each(:item, '$.ConsignmentIdentification')
            UNION ALL
            -- In an order the country stands by its letters; those of the corridor have their numbers of UIC 920-14.
            SELECT CASE s ->> '$.CountryCodeISO[0]' WHEN 'RU' THEN '20' WHEN 'BY' THEN '21' WHEN 'UA' THEN '22'
                     WHEN 'LT' THEN '24' WHEN 'KZ' THEN '27' WHEN 'CN' THEN '33' WHEN 'PL' THEN '51' WHEN 'CZ' THEN '54'
                     WHEN 'HU' THEN '55' WHEN 'SK' THEN '56' WHEN 'DE' THEN '80' WHEN 'AT' THEN '81' WHEN 'IT' THEN '83'
                     WHEN 'NL' THEN '84' WHEN 'FR' THEN '87' WHEN 'BE' THEN '88' WHEN 'ES' THEN '71' END,
                   s ->> '$.LocationPrimaryCode[0]', a ->> '$.CarrierCode[0]',
                   substr(a ->> '$.AcceptanceDate[0]', 1, 10),
                   upper(replace(trim(a ->> '$.ConsignmentNumber[0]'), ' ', '')),
                   trim(:item ->> '$.COM_Header[0].DossierNumber[0]')
            FROM (SELECT :item -> '$.COM[0].AcceptancePoint[0]' AS a,
                         coalesce(:item -> '$.COM[0].AcceptancePoint[0].Station[0].Location[0]',
                                  :item -> '$.COM[0].AcceptancePoint[0].Station[0]') AS s)
            WHERE a IS NOT NULL),
          note(scheme, issuer, code, dossier) AS (
            SELECT CASE WHEN is_whole THEN 'cim' ELSE 'number' END,
                   CASE WHEN is_whole THEN NULL WHEN number IS NULL THEN 'dossier'
                        ELSE coalesce(country, '') || '-' || coalesce(station, '') END,
                   CASE WHEN is_whole THEN country || '-' || printf('%05d', station) || '-' || upper(carrier) || '-'
                                           || number || '-' || replace(day, '-', '')
                        ELSE coalesce(number, dossier) END,
                   dossier
            FROM (SELECT country, station, carrier, day, nullif(number, '') AS number, nullif(dossier, '') AS dossier,
                         coalesce(country GLOB '[0-9][0-9]' AND station GLOB '[0-9]*' AND station NOT GLOB '*[^0-9]*'
                           AND length(station) <= 5 AND length(carrier) = 4 AND carrier NOT GLOB '*[^0-9A-Za-z]*'
                           AND day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
                           AND number NOT GLOB '*[^0-9A-Z]*' AND length(number) BETWEEN 1 AND 20, 0) AS is_whole
                  FROM label)
            WHERE coalesce(number, dossier) IS NOT NULL)

        """#
}
