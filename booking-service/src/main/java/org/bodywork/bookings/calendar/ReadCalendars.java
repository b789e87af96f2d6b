package org.bodywork.bookings.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Blocks;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.icalendar.CalendarEvent;
import org.bodywork.platform.icalendar.CalendarText;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calendars themselves. */
final class ReadCalendars {

    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 180;

    /** Far more than anybody works; a bound all the same. */
    private static final int MOST_VISITS = 5_000;

    private final Feeds feeds;
    private final Listings listings;
    private final Appointments appointments;
    private final Blocks blocks;
    private final ManageByLink links;
    private final Places places;
    private final BusinessClock clock;

    ReadCalendars(
            Feeds feeds,
            Listings listings,
            Appointments appointments,
            Blocks blocks,
            ManageByLink links,
            Places places,
            BusinessClock clock) {
        this.feeds = feeds;
        this.listings = listings;
        this.appointments = appointments;
        this.blocks = blocks;
        this.links = links;
        this.places = places;
        this.clock = clock;
    }

    /** All visits and blocks of a therapist from thirty days back to half a year ahead. Fails with {@link NoFeed}. */
    Mono<String> ofTherapist(String secret) {
        return feeds.openedBy(secret)
                .flatMap(listings::byId)
                .onErrorMap(NotOffered.class, _ -> new NoFeed())
                .flatMap(this::written);
    }

    /** The one visit of whoever holds its link. */
    Mono<String> ofClient(String secret) {
        Instant now = clock.now();
        return links.see(secret).flatMap(appointment -> {
            Visit visit = appointment.state().visit();
            return places.at(visit.practice(), visit.location())
                    .map(place -> CalendarText.of(
                            "Visit",
                            visit.zone(),
                            List.of(VisitEvents.forClient(appointment, place, now)),
                            visit.start(),
                            visit.end()));
        });
    }

    private Mono<String> written(Listing listing) {
        Instant now = clock.now();
        LocalDate today = now.atZone(listing.zone()).toLocalDate();
        LocalDate first = today.minusDays(DAYS_BACK);
        LocalDate last = today.plusDays(DAYS_AHEAD);
        StaffQuery query = query(listing.id(), first, last);
        return Mono.zip(
                        visits(query, now),
                        blocks.list(query).map(VisitEvents::of).collectList(),
                        ReadCalendars::all)
                .map(events -> CalendarText.of(
                        "Visits",
                        listing.zone(),
                        events,
                        first.atStartOfDay(listing.zone()).toInstant(),
                        last.plusDays(1).atStartOfDay(listing.zone()).toInstant()));
    }

    private static StaffQuery query(TherapistId therapist, LocalDate first, LocalDate last) {
        Colleague owner = new Colleague.Therapist("calendar", therapist);
        return new StaffQuery(owner, first, last, Set.of(), null, MOST_VISITS);
    }

    private Mono<List<CalendarEvent>> visits(StaffQuery query, Instant now) {
        return appointments
                .list(query)
                .collectList()
                .flatMap(visits -> placesOf(visits).map(known -> events(visits, known, now)));
    }

    private static List<CalendarEvent> all(List<CalendarEvent> visits, List<CalendarEvent> kept) {
        return Stream.concat(visits.stream(), kept.stream()).toList();
    }

    /** Few, however many visits there are. */
    private Mono<Map<LocationId, Place>> placesOf(List<Appointment> visits) {
        return Flux.fromIterable(visits)
                .map(appointment -> appointment.state().visit())
                .distinct(Visit::location)
                .concatMap(visit -> places.at(visit.practice(), visit.location()))
                .collectMap(Place::id);
    }

    private static List<CalendarEvent> events(List<Appointment> visits, Map<LocationId, Place> known, Instant now) {
        return visits.stream()
                .map(appointment -> {
                    LocationId location = appointment.state().visit().location();
                    return VisitEvents.forTherapist(
                            appointment, known.getOrDefault(location, Place.unknown(location)), now);
                })
                .toList();
    }
}
