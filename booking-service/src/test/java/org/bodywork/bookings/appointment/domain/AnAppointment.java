package org.bodywork.bookings.appointment.domain;

import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/** Words for appointments in tests: an hour with June on Monday 30 November 2026 at ten, booked a week before. */
public final class AnAppointment {

    public static final ZonedDateTime MONDAY_AT_TEN = ZonedDateTime.of(2026, 11, 30, 10, 0, 0, 0, CHICAGO);
    public static final Instant WEEK_BEFORE = MONDAY_AT_TEN.minusWeeks(1).toInstant();

    public static final TherapistId OMAR = new TherapistId(UUID.fromString("0c9a3b52-7a54-4d1c-9a34-5d3b2f6f9e11"));

    public static final SealedText A_NOTE = new SealedText("client-1.bm90ZQ==");

    public static final Intake AN_INTAKE = new Intake("2026-1", WEEK_BEFORE, new SealedText("client-1.YW5zd2Vycw=="));

    private final AListing listing = aListing().workingDaily("08:00", "20:00");
    private AppointmentId id = new AppointmentId(UUID.randomUUID());
    private ZonedDateTime start = MONDAY_AT_TEN;
    private Instant bookedAt = WEEK_BEFORE;
    private @Nullable String room;
    private String email = "ada@example.org";
    private Set<String> numbers = Set.of();
    private @Nullable Intake intake;
    private @Nullable SeriesPlace series;
    private boolean reviewNeeded;
    private @Nullable Companion companion;
    private boolean known;
    private ClientMarks marks = new ClientMarks("ref-of-ada-ada-ada", "key-of-ada", "1");

    private AnAppointment() {}

    public static AnAppointment aRequest() {
        return new AnAppointment();
    }

    public static AnAppointment aConfirmedAppointment() {
        AnAppointment words = new AnAppointment();
        words.listing.bookedInstantly();
        return words;
    }

    public AnAppointment withId(AppointmentId given) {
        id = given;
        return this;
    }

    public AnAppointment of(TherapistId therapist) {
        listing.of(therapist);
        return this;
    }

    public AnAppointment startingAt(ZonedDateTime when) {
        start = when;
        return this;
    }

    public AnAppointment bookedAt(Instant when) {
        bookedAt = when;
        return this;
    }

    public AnAppointment inRoom(String name) {
        listing.needingARoom(name);
        room = name;
        return this;
    }

    public AnAppointment waitingFor(Duration wait) {
        listing.withRequestsWaiting(wait);
        return this;
    }

    public AnAppointment by(String emailOfClient, String clientKey) {
        email = emailOfClient;
        marks = new ClientMarks(marks.ref(), clientKey, marks.keyId());
        return this;
    }

    public AnAppointment numbered(String... given) {
        numbers = Set.of(given);
        return this;
    }

    public AnAppointment answering(Intake given, boolean raisingARedFlag) {
        intake = given;
        reviewNeeded = raisingARedFlag;
        return this;
    }

    /** For a client who has proven who it is, and need not answer the form again. */
    public AnAppointment knownAlready() {
        known = true;
        return this;
    }

    /** Booked together with others. */
    public AnAppointment inSeries(SeriesPlace place) {
        series = place;
        return this;
    }

    /** The same time, only held. */
    public Hold held() {
        return Hold.of(id, Visit.of(slot(listing.please()), room()), numbers, bookedAt);
    }

    /** The same time, kept for that. */
    public Hold keptFor(HeldFor purpose, Instant until) {
        return Hold.keptFor(purpose, id, Visit.of(slot(listing.please()), room()), numbers, until, bookedAt);
    }

    /** With Sam, whom Omar treats for as long as June treats Ada. */
    public AnAppointment withSam() {
        companion = Companion.of(
                "Sam Rivera",
                new EmailAddress("sam@example.org"),
                new ClientMarks("ref-of-sam-sam-sam", "key-of-sam", "1"),
                null,
                false,
                Set.of());
        return this;
    }

    private Visit visit(Listing offered) {
        if (companion == null) {
            return Visit.of(slot(offered), room());
        }
        Listing omars = aListing().of(OMAR).workingDaily("08:00", "20:00").please();
        return Visit.of(List.of(new Seat(slot(offered), room()), new Seat(slot(omars), null)));
    }

    public Appointment please() {
        Listing offered = listing.please();
        return Appointment.book(
                id,
                new Booking(
                        visit(offered),
                        offered.rules(),
                        new Client("Ada Lovelace", new EmailAddress(email), "+13145550123", Language.EN, CHICAGO),
                        marks,
                        new Consent(true, true, bookedAt, "2026-1"),
                        A_NOTE,
                        intake,
                        intake == null && !known,
                        reviewNeeded,
                        series,
                        numbers,
                        Origin.CLIENT,
                        companion),
                bookedAt);
    }

    private Slot slot(Listing offered) {
        return new Slot(
                offered, offered.treatments().getFirst(), offered.workplaces().getFirst(), start);
    }

    private @Nullable Room room() {
        return room == null ? null : new Room(AListing.STUDIO, room);
    }
}
