package org.bodywork.bookings.outside;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.icalendar.BusyReader;
import org.bodywork.bookings.icalendar.BusyReader.Busy;
import org.bodywork.bookings.icalendar.NoCalendar;
import org.bodywork.bookings.opening.application.BusyElsewhere;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OutsideTimes;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.outside.CalendarSource.Fetched;
import org.bodywork.bookings.outside.CalendarSource.Text;
import org.bodywork.bookings.outside.CalendarSource.Unchanged;
import org.bodywork.bookings.outside.FetchFailure.Kind;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fetches one outside calendar and takes over when its owner is busy. Booking never waits for this: it reads what was
 * taken over last. When nothing can be fetched for long, that is given up, since it would say less and less.
 */
final class LookAtCalendar implements DueHandler {

    private static final Logger log = LoggerFactory.getLogger(LookAtCalendar.class);

    /** A visit that has begun may still be in conflict. */
    private static final Duration LOOKS_BACK = Duration.ofDays(1);

    private final OutsideCalendars calendars;
    private final CalendarSource source;
    private final Listings listings;
    private final BusyElsewhere busy;
    private final OutsideSettings settings;
    private final MongoConverter converter;
    private final BusinessClock clock;

    LookAtCalendar(
            OutsideCalendars calendars,
            CalendarSource source,
            Listings listings,
            BusyElsewhere busy,
            OutsideSettings settings,
            MongoConverter converter,
            BusinessClock clock) {
        this.calendars = calendars;
        this.source = source;
        this.listings = listings;
        this.busy = busy;
        this.settings = settings;
        this.converter = converter;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        OutsideCalendar calendar = converter.read(OutsideCalendar.class, work.document());
        if (calendar.url() == null) {
            return take(calendar, OutsideTimes.NONE).then(calendars.rest(work));
        }
        return listings.byId(TherapistId.of(calendar.id()))
                .flatMap(listing -> look(calendar, listing, work))
                .onErrorResume(NotOffered.class, _ -> calendars.rest(work));
    }

    private Mono<Void> look(OutsideCalendar calendar, Listing listing, Claimed work) {
        return source.fetch(calendars.urlOf(calendar), calendar.seen(clock.now()))
                .flatMap(fetched -> takeOver(fetched, calendar, listing, work))
                .onErrorResume(FetchFailure.class, failure -> failed(failure.kind(), calendar, work));
    }

    private Mono<Void> takeOver(Fetched fetched, OutsideCalendar calendar, Listing listing, Claimed work) {
        Instant next = clock.now().plus(settings.every());
        return switch (fetched) {
            case Unchanged _ -> calendars.unchanged(work, next);
            case Text text ->
                read(text.text(), listing)
                        .flatMap(read -> take(calendar, OutsideTimes.of(read.times()))
                                .then(calendars.read(work, text.tag(), read.unread(), next)));
        };
    }

    /** Takes a while for a large one, so not on a thread that others wait for. */
    private Mono<Busy> read(String text, Listing listing) {
        Instant now = clock.now();
        TimeSpan window = new TimeSpan(now.minus(LOOKS_BACK), now.plus(Duration.ofDays(settings.daysAhead())));
        return Mono.fromCallable(() -> BusyReader.read(text, listing.zone(), window))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(NoCalendar.class, _ -> new FetchFailure(Kind.NOT_READABLE));
    }

    private Mono<Void> failed(Kind why, OutsideCalendar calendar, Claimed work) {
        Instant now = clock.now();
        boolean givenUp = !calendar.countsUntil(settings.keptFor()).isAfter(now);
        Instant next = now.plus(settings.untilNext(calendar.failures()));
        log.atInfo()
                .addKeyValue("therapist", calendar.id())
                .addKeyValue("why", why)
                .addKeyValue("givenUp", givenUp)
                .log("Outside calendar not read");
        return (givenUp ? take(calendar, OutsideTimes.NONE) : Mono.<Void>empty())
                .then(calendars.failed(work, why, givenUp, next));
    }

    private Mono<Void> take(OutsideCalendar calendar, OutsideTimes times) {
        return busy.replace(TherapistId.of(calendar.id()), calendar.version(), times, clock.now());
    }
}
