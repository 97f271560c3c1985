/// TransContainer's web application iSales: where a container is on the 1520 mm railways. It is documented nowhere and
/// may refuse at any time; also the histories that its watchers keep, in names of their own.
enum TransContainerProfile {
    static let text = #"""
        name: transcontainer
        title: TransContainer iSales (undocumented; asked only where the settings name it)
        reads: json
        recognise:
          all: [$.result, $.meta.search_type]
          or:
            - { keys: [event_id, station_id, equipment_number] }
            - { keys: [eventId, stationId, statusRu] }

        ask:
          about: [container]
          url: "{base_url}/api/unauthorized/dislocation?search_type=equipment&term={code}"
          headers: { Accept: application/json }
          batch: 1
          rate: 4/min
          answers:
            # It wants to see a person. That is respected: nobody is asked again until somebody looks into it.
            blocked: [{ path: $.error, is: [captcha_verification_failed] }, { status: [401, 403] }]
            nothing: [{ path: $.meta, absent: "$.result[0]" }]
            slow-down: [{ status: [429, 503] }]
            failed: [{ path: $.error, is-not: ["null", ""] }, { absent: $.result }]
        credentials: none
        # The place of now alone: what happens between two questions is lost.
        history: latest

        each: ["$.result[*]", "$[*]"]

        fields:
          event_id: [$.event_id, $.eventId]
          at: $.datetime
          box: $.equipment_number
          station: [$.station_id, $.stationId]
          station_ru: [$.position.name_ru, $.stationNameRu]
          station_en: [$.position.name_en, $.stationNameEn]
          country: [$.country.name_en, $.country.name_ru, $.countryRu]
          status: [$.status.name_ru, $.statusRu]
          left: [$.position.left_distance_leg, $.leftDistanceKm]
          left_now: $.position.left_distance_leg

        milestones:
          Погрузка контейнеров в вагоны: loaded
          Погрузка контейнера в вагон: loaded
          Отправление контейнера со станции: departed
          Отправление контейнера со станции (в пути): departed
          Отправление контейнера со станции(в пути): departed
          Отправление вагона с жд станции: departed
          Отправление вагона с жд станции (в пути): departed
          Отправление вагона с жд станции(в пути): departed
          Прибытие контейнера на станцию: arrived
          Прибытие контейнера на станцию (в пути): arrived
          Прибытие контейнера на станцию(в пути): arrived
          # Operation 4 of wagons: it stands in a train now; which train is not told.
          Включение вагона в поезд: attached
          Включение вагона в поезд (4/0): attached
          Включение вагона в поезд(4/0): attached

        problems: |
          SELECT 'rejection' AS severity, 'no-subject' AS kind, 'equipment_number' AS "column", NULL AS value,
                 'the history does not say which container it is of: name it with --about CONTAINER' AS reason
          WHERE :box IS NULL AND json_array_length(:asked) = 0
          UNION ALL
          SELECT 'rejection', 'no-status', 'status', NULL, 'the event does not say what happened'
          WHERE :status IS NULL

        # True instants in the writing of Moscow, wherever the station is.
        events: |
          SELECT CASE WHEN :box IS NOT NULL THEN 'container' END AS kind, :box AS code, :event_id AS source_id,
                 trim(:status) AS raw_code, 'actual' AS classifier, :at AS at, 'elsewhere' AS "offset",
                 CASE WHEN :station IS NOT NULL THEN 'esr' ELSE 'name' END AS place_scheme,
                 coalesce(:station, :station_ru, :station_en) AS place,
                 coalesce(:station_en, :station_ru) AS place_name, :country AS country,
                 :station_ru || coalesce(', ' || :left || ' km left', '') AS text

        facts:
          - needs: [box, left_now]
            select: |
              SELECT 'container' AS kind, :box AS code, 'km_left' AS name, :left_now AS value, 'km' AS unit
        quantities: [km_left]
        """#
}
