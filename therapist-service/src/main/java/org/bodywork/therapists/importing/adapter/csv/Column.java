package org.bodywork.therapists.importing.adapter.csv;

import java.util.Locale;

/** The columns of the format, in any order. Those that came later may be missing from the header. */
enum Column {
    PRACTICE_ID(Of.PRACTICE, Needed.ALWAYS),
    PRACTICE_NAME(Of.PRACTICE, Needed.ALWAYS),
    PRACTICE_KIND(Of.PRACTICE, Needed.ALWAYS),
    PRACTICE_PHONE(Of.PRACTICE, Needed.ALWAYS),
    PRACTICE_EMAIL(Of.PRACTICE, Needed.ALWAYS),
    LOCATION_ID(Of.PRACTICE, Needed.ALWAYS),
    LOCATION_NAME(Of.PRACTICE, Needed.ALWAYS),
    STREET(Of.PRACTICE, Needed.ALWAYS),
    CITY(Of.PRACTICE, Needed.ALWAYS),
    STATE(Of.PRACTICE, Needed.ALWAYS),
    ZIP(Of.PRACTICE, Needed.ALWAYS),
    AREA(Of.PRACTICE, Needed.ALWAYS),
    LAT(Of.PRACTICE, Needed.ALWAYS),
    LON(Of.PRACTICE, Needed.ALWAYS),
    ZONE(Of.PRACTICE, Needed.ALWAYS),
    ROOMS(Of.PRACTICE, Needed.ALWAYS),
    THERAPIST_ID(Of.THERAPIST, Needed.ALWAYS),
    THERAPIST_NAME(Of.THERAPIST, Needed.ALWAYS),
    PRONOUNS(Of.THERAPIST, Needed.ALWAYS),
    GENDER(Of.THERAPIST, Needed.ALWAYS),
    EMAIL(Of.THERAPIST, Needed.ALWAYS),
    LANGUAGES(Of.THERAPIST, Needed.ALWAYS),
    MODALITIES(Of.THERAPIST, Needed.ALWAYS),
    CONDITIONS(Of.THERAPIST, Needed.ALWAYS),
    APPROACH(Of.THERAPIST, Needed.ALWAYS),
    LICENCE_NUMBER(Of.THERAPIST, Needed.ALWAYS),
    LICENCE_STATE(Of.THERAPIST, Needed.ALWAYS),
    LICENCE_EXPIRES(Of.THERAPIST, Needed.ALWAYS),
    LICENCE_CHECKED(Of.THERAPIST, Needed.ALWAYS),
    TREATMENTS(Of.THERAPIST, Needed.ALWAYS),
    HOURS(Of.THERAPIST, Needed.ALWAYS),
    INSTANT(Of.THERAPIST, Needed.ALWAYS),
    DEMO(Of.PRACTICE, Needed.ALWAYS),
    DOCTORS_PAPERS(Of.PRACTICE, Needed.NEVER),
    ACCESS(Of.PRACTICE, Needed.NEVER),
    LOWEST_TABLE_INCHES(Of.PRACTICE, Needed.NEVER),
    PRESSURE(Of.THERAPIST, Needed.NEVER),
    PHOTOS(Of.THERAPIST, Needed.NEVER),
    CERTIFICATES(Of.THERAPIST, Needed.NEVER),
    HOLIDAYS(Of.THERAPIST, Needed.NEVER);

    private final Of of;
    private final Needed needed;

    /** What a column tells of. */
    private enum Of {
        PRACTICE,
        THERAPIST
    }

    /** Whether a file can do without the column. */
    private enum Needed {
        ALWAYS,
        NEVER
    }

    Column(Of of, Needed needed) {
        this.of = of;
        this.needed = needed;
    }

    /** Each file must name it. */
    boolean isRequired() {
        return needed == Needed.ALWAYS;
    }

    /** Else it tells of the practice, or of its location. */
    boolean isOfTherapist() {
        return of == Of.THERAPIST;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
