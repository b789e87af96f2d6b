package org.bodywork.therapists.importing.adapter.csv;

import java.util.Locale;

/** The columns of the format, in any order. Those that came later may be missing from the header. */
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
    DEMO,
    DOCTORS_PAPERS(false),
    ACCESS(false),
    LOWEST_TABLE_INCHES(false),
    PRESSURE(false),
    PHOTOS(false),
    CERTIFICATES(false),
    HOLIDAYS(false);

    private final boolean required;

    Column() {
        this(true);
    }

    Column(boolean required) {
        this.required = required;
    }

    /** Each file must name it. */
    boolean isRequired() {
        return required;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
