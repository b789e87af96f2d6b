package org.bodywork.notifications.directory;

/** A therapist's listing as it travels on the topic {@code therapists}, reduced to what messages say. */
record TherapistEvent(String id, long sequence, String name) {

    static final String TOPIC = "therapists";
}
