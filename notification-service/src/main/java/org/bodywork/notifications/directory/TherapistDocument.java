package org.bodywork.notifications.directory;

import org.springframework.data.annotation.Id;

/** A therapist as stored. */
record TherapistDocument(@Id String id, String name) {

    static final String COLLECTION = "therapists";
}
