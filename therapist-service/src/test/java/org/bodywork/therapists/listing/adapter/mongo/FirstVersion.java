package org.bodywork.therapists.listing.adapter.mongo;

/** Documents as the first version of this service wrote them. */
final class FirstVersion {

    /** Formatted with an id and a slug; without anything a therapist may leave out. */
    static final String THERAPIST = """
            {
              "_id": "%s",
              "sequence": {"$numberLong": "1"},
              "changedAt": {"$date": "2026-11-21T10:00:00Z"},
              "listing": {
                "slug": "%s",
                "status": "PUBLISHED",
                "name": "Lucía Ortega",
                "practiceId": "0b6fd5c2-6a43-3f2b-9f4e-6f4d1b8c2a11",
                "area": "st-louis",
                "demo": true,
                "languages": ["en", "es"],
                "modalities": ["swedish"],
                "conditions": [{"condition": "back-pain", "years": 9}],
                "treatments": [{
                  "treatmentId": "5a3c7e9d-1b2f-3c4d-8e5f-6a7b8c9d0e1f",
                  "name": "Swedish massage 60",
                  "modality": "swedish",
                  "minutes": 60,
                  "price": "95.00",
                  "bufferMinutes": 15,
                  "roomNeeded": true,
                  "clients": "ANY"
                }],
                "rules": {
                  "instant": true,
                  "noticeMinutes": {"$numberLong": "120"},
                  "horizonDays": 60,
                  "gridMinutes": {"$numberLong": "15"},
                  "requestMinutes": {"$numberLong": "1440"},
                  "cancellationCutoffMinutes": {"$numberLong": "1440"},
                  "feeText": "May be charged in full."
                },
                "locations": [{
                  "locationId": "9c8b7a65-4d3e-3f21-8a9b-0c1d2e3f4a5b",
                  "practiceId": "0b6fd5c2-6a43-3f2b-9f4e-6f4d1b8c2a11",
                  "area": "st-louis",
                  "zone": "America/Chicago",
                  "rooms": ["Acorn"]
                }],
                "schedule": [{
                  "day": "MONDAY",
                  "from": "09:00",
                  "to": "12:00",
                  "locationId": "9c8b7a65-4d3e-3f21-8a9b-0c1d2e3f4a5b"
                }]
              }
            }
            """;

    /** Formatted with an id and a slug. */
    static final String PRACTICE = """
            {
              "_id": "%s",
              "sequence": {"$numberLong": "1"},
              "changedAt": {"$date": "2026-11-21T10:00:00Z"},
              "listing": {
                "slug": "%s",
                "status": "PUBLISHED",
                "name": "Quiet Oak",
                "kind": "wellness-center",
                "claimed": true,
                "demo": true,
                "locations": [{
                  "locationId": "9c8b7a65-4d3e-3f21-8a9b-0c1d2e3f4a5b",
                  "name": "Tower Grove South",
                  "street": "3187 Morganford Rd",
                  "city": "St. Louis",
                  "state": "MO",
                  "zip": "63116",
                  "area": "st-louis",
                  "lat": 38.6013,
                  "lon": -90.2664,
                  "zone": "America/Chicago",
                  "rooms": ["Acorn"]
                }]
              }
            }
            """;

    /** The one licence that a therapist had there. */
    static final String LICENCE = """
            {"number": "MO-46288", "state": "MO", "expires": "2027-08-31", "checked": "2026-03-13"}
            """;

    private FirstVersion() {}
}
