package org.bodywork.bookings.waitlist.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.LaterVisit;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import org.jspecify.annotations.Nullable;

/** Words for people who wait, in tests: for any time of the coming weeks unless told otherwise. */
public final class AnEntry {

    private final String name;
    private final Instant since;
    private Whom whom = new Whom.Anybody("maplewood", "swedish", 60, null);
    private Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    private LocalTime from = LocalTime.MIN;
    private Duration notice = Duration.ZERO;
    private @Nullable ZoneId zone;
    private @Nullable LaterVisit later;
    private @Nullable String ref;

    private AnEntry(String name, Instant since) {
        this.name = name;
        this.since = since;
    }

    public static AnEntry of(String name, Instant since) {
        return new AnEntry(name, since);
    }

    public AnEntry with(TherapistId therapist) {
        whom = new Whom.Somebody(therapist, AListing.SWEDISH);
        return this;
    }

    public AnEntry on(DayOfWeek day) {
        days = EnumSet.of(day);
        return this;
    }

    public AnEntry from(String time) {
        from = LocalTime.parse(time);
        return this;
    }

    public AnEntry knowing(Duration before) {
        notice = before;
        return this;
    }

    public AnEntry livingIn(ZoneId where) {
        zone = where;
        return this;
    }

    public AnEntry havingLater(AppointmentId visit, Instant start) {
        later = new LaterVisit(visit, start);
        return this;
    }

    public AnEntry asClient(String clientRef) {
        ref = clientRef;
        return this;
    }

    public WaitlistEntry please() {
        LocalDate today = since.atZone(AListing.CHICAGO).toLocalDate();
        String email = name.toLowerCase(Locale.ROOT) + "@example.org";
        return new WaitlistEntry(
                new EntryId(UUID.randomUUID()),
                1,
                0,
                Standing.WAITING,
                new Wish(whom, days, from, LocalTime.of(23, 59), today, today.plusDays(60), notice),
                new Client(name, new EmailAddress(email), null, Language.EN, zone),
                new ClientMarks(ref == null ? "ref-of-" + name + "-0123456789" : ref, "key-of-" + name, "1"),
                new Consent(true, false, since, "2026-1"),
                false,
                later,
                since,
                null);
    }
}
