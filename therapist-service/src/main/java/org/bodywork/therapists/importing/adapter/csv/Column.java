package org.bodywork.therapists.importing.adapter.csv;

import java.util.Locale;

/** The columns of the format, each required in the header, in any order. */
enum Column {
    PRACTICE_ID,
    PRACTICE_NAME,
    PRACTICE_KIND,
    PRACTICE_PHONE,
    PRACTICE_EMAIL,
    LOCATION_ID,
    LOCATION_NAME,
    STREET,
    CITY,
    STATE,
    ZIP,
    AREA,
    LAT,
    LON,
    ZONE,
    ROOMS,
    THERAPIST_ID,
    THERAPIST_NAME,
    PRONOUNS,
    GENDER,
    EMAIL,
    LANGUAGES,
    MODALITIES,
    CONDITIONS,
    APPROACH,
    LICENCE_NUMBER,
    LICENCE_STATE,
    LICENCE_EXPIRES,
    LICENCE_CHECKED,
    TREATMENTS,
    HOURS,
    INSTANT,
    DEMO;

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
