package org.bodywork.bookings.appointment.application;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Asked;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The secret link a client manages a visit with. It is computed, never stored: only its SHA-256 is, to be found by.
 * Raising the appointment's link version revokes it.
 */
public final class ManageLinks {

    private final Mac mac;
    private final String base;

    public ManageLinks(Mac mac, URI publicUrl) {
        this.mac = mac;
        this.base = publicUrl.toString().replaceAll("/+$", "");
    }

    public String secretOf(Appointment appointment) {
        return appointment.isSeenByCompanion() ? companionSecretOf(appointment) : ownSecretOf(appointment);
    }

    private String ownSecretOf(Appointment appointment) {
        return secret(appointment.id(), appointment.state().linkVersion());
    }

    public String urlOf(Appointment appointment) {
        return base + "/manage/" + secretOf(appointment);
    }

    /** The companion's, where nobody else tells them of it; null in a visit of one person too. */
    public @Nullable String urlToHandOn(Appointment appointment) {
        Companion companion = appointment.state().companion();
        return companion == null || companion.email() != null ? null : companionUrlOf(appointment);
    }

    /** What the second person of a visit for two has: it opens only what is theirs. */
    public String companionUrlOf(Appointment appointment) {
        return base + "/manage/" + companionSecretOf(appointment);
    }

    public String companionSecretOf(Appointment appointment) {
        return mac.base64Url(
                "companion|" + appointment.id() + "|" + appointment.state().linkVersion());
    }

    public String hashOfCompanion(Appointment appointment) {
        return hash(companionSecretOf(appointment));
    }

    public String keyId() {
        return mac.keyId();
    }

    public String hashOf(Appointment appointment) {
        return hash(secretOf(appointment));
    }

    /** Allows one review of the visit, once it is completed. Computed like the secret of the link, and as little stored. */
    public String reviewTokenOf(Appointment appointment) {
        return mac.base64Url("review|" + appointment.id());
    }

    /** Allows one answer to how the client is so long after the visit. Computed like the others, and as little stored. */
    public String scoreSecretOf(AppointmentId visit, ScoreDay day) {
        return mac.base64Url("score|" + visit + "|" + day.days());
    }

    /** Opens what is held for a client whose therapist is away. Computed like the others, and as little stored. */
    public String handoverSecretOf(String handover) {
        return mac.base64Url("handover|" + handover);
    }

    /** What each account may answer by link with, while an answer is due. Computed like the others, and as little stored. */
    public Map<String, String> answersTo(Appointment appointment) {
        Asked asked = appointment.state().asked();
        return asked == null || !appointment.awaitsTherapist()
                ? Map.of()
                : asked.accounts().stream()
                        .collect(Collectors.toMap(
                                Function.identity(), account -> answerSecret(appointment, asked, account)));
    }

    public String answerHashOf(Appointment appointment, Asked asked, String account) {
        return hash(answerSecret(appointment, asked, account));
    }

    /** Whose secret it is, if it opens this appointment. */
    Optional<String> answererWith(String secret, Appointment appointment) {
        Asked asked = appointment.state().asked();
        return asked == null
                ? Optional.empty()
                : asked.accounts().stream()
                        .filter(account ->
                                answerSecret(appointment, asked, account).equals(secret))
                        .findFirst();
    }

    /** Opens all visits that were booked together. Computed like the others, and as little stored. */
    public String seriesSecretOf(String series) {
        return mac.base64Url("series|" + series + "|1");
    }

    public String seriesUrlOf(String series) {
        return base + "/series/" + seriesSecretOf(series);
    }

    /** Opens one therapist's calendar; computed like the others, and as little stored. */
    public String calendarSecretOf(TherapistId therapist, long version) {
        return mac.base64Url("calendar|" + therapist + "|" + version);
    }

    public String calendarUrlOf(TherapistId therapist, long version) {
        return base + "/calendars/" + calendarSecretOf(therapist, version) + ".ics";
    }

    static String hash(String secret) {
        return Digests.sha256Hex(secret);
    }

    private String answerSecret(Appointment appointment, Asked asked, String account) {
        return mac.base64Url("answer|" + appointment.id() + "|" + asked.version() + "|" + account);
    }

    private String secret(AppointmentId id, int linkVersion) {
        return mac.base64Url(id + "|" + linkVersion);
    }
}
