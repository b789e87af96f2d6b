package org.bodywork.bookings.model;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bodywork.bookings.BookingApplication;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.AcceptRequest;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.AwaitAnswer;
import org.bodywork.bookings.appointment.application.BlockTime;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.CorrectClient;
import org.bodywork.bookings.appointment.application.DeclineRequest;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.application.HandInIntake;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.model.Command.Answers;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.model.Outcome.Kind;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.application.Shown;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * One instance of the service, from its use cases down to the database; without its endpoints, its due work and its
 * broker, of which the world around it does the part.
 */
final class Instance implements AutoCloseable {

    private static final String LISTINGS = "listingsOfTheScene";
    private static final String APPOINTMENTS = "appointments";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PracticeId PRACTICE = AListing.PRACTICE;
    private static final Colleague STAFF = new Colleague.PracticeLead("june", PRACTICE);
    private static final StaffQuery ALL = new StaffQuery(STAFF, null, null, Set.of(), null, 100);

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts one.
     *
     * @param defect what its writes do instead of what they should
     */
    static Instance start(
            TestDatabase database, Map<String, Object> keys, Listings listings, BusinessClock clock, Defect defect) {
        return new Instance(new SpringApplicationBuilder(BookingApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(fresh -> {
                    var sources = fresh.getEnvironment().getPropertySources();
                    sources.addFirst(new MapPropertySource("keys of the test", keys));
                    sources.addFirst(new MapPropertySource("settings of the test", settings(database)));
                    fresh.addBeanFactoryPostProcessor(Instance::makeOnlyWhatIsAskedFor);
                    fresh.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(defect.in(beans)));
                    GenericApplicationContext generic = (GenericApplicationContext) fresh;
                    generic.registerBean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, NothingStarts.class);
                    generic.registerBean(LISTINGS, Listings.class, () -> listings, bean -> bean.setPrimary(true));
                    generic.registerBean(
                            "clockOfTheScene", BusinessClock.class, () -> clock, bean -> bean.setPrimary(true));
                })
                .run());
    }

    private static Map<String, Object> settings(TestDatabase database) {
        return Map.of(
                "spring.mongodb.uri",
                database.uri(),
                "spring.mongodb.database",
                database.name(),
                "bodywork.internal.token",
                "token-of-tests",
                "logging.level.root",
                "warn",
                "bodywork.limits.bookings-per-contact-a-day",
                Scene.BOOKINGS_A_DAY,
                "bodywork.limits.open-requests-per-contact",
                Scene.OPEN_REQUESTS,
                "bodywork.limits.holds-per-browser",
                Scene.HOLDS_PER_BROWSER,
                "bodywork.limits.holds-per-address",
                Scene.HOLDS_PER_ADDRESS);
    }

    private static void makeOnlyWhatIsAskedFor(ConfigurableListableBeanFactory beans) {
        Stream.of(beans.getBeanDefinitionNames())
                .forEach(name -> beans.getBeanDefinition(name).setLazyInit(true));
        Stream.of(beans.getBeanNamesForType(Listings.class, true, false))
                .forEach(name -> beans.getBeanDefinition(name).setPrimary(name.equals(LISTINGS)));
    }

    static Map<String, Object> keys() {
        return Map.of(
                "bodywork.event.keyset", FreshKeys.keyset(),
                "bodywork.client.key", FreshKeys.key(),
                "bodywork.link.key", FreshKeys.key(),
                "bodywork.record.key", FreshKeys.key());
    }

    private <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    ReactiveMongoTemplate mongo() {
        return the(ReactiveMongoTemplate.class);
    }

    /** Of the one collection that holds time, as they are at a service's start. */
    void createIndexes() {
        context.getBeansOfType(CollectionIndexes.class).values().stream()
                .filter(wanted -> wanted.collection().equals(APPOINTMENTS))
                .forEach(wanted -> mongo().getCollection(APPOINTMENTS)
                        .flatMapMany(collection -> collection.createIndexes(wanted.indexes()))
                        .blockLast(PATIENCE));
    }

    /** What others change is heard here at once. */
    void hear(List<Listing> listings) {
        OpeningsCache cache = the(OpeningsCache.class);
        listings.forEach(listing -> {
            cache.forget(listing.id());
            listing.workplaces().forEach(place -> cache.forget(place.id()));
        });
    }

    /** Openings as a page would show them, from the cache where it has them. */
    List<Instant> openings(Listing listing, LocalDate date) {
        TailPulse pulse = the(TailPulse.class);
        pulse.heard(pulse.instance(), the(Clock.class).instant());
        Shown shown = the(FindOpenings.class)
                .find(new OpeningsQuery(listing.id(), AListing.SWEDISH, date, date))
                .blockOptional(PATIENCE)
                .orElseThrow();
        return JSON.readTree(shown.json())
                .at("/days/0/starts")
                .valueStream()
                .map(start -> OffsetDateTime.parse(start.stringValue()).toInstant())
                .toList();
    }

    /** What is due by now, as due work finds it. */
    void sweep(Instant now) {
        mongo().find(query(where("due").lte(now)), Document.class, APPOINTMENTS)
                .map(found -> AppointmentId.of(found.getString("_id")))
                .concatMap(id ->
                        the(AwaitAnswer.class).look(id).then(the(HoldTime.class).tidy(id)))
                .then()
                .block(PATIENCE);
    }

    Mono<Outcome> run(Wish wish, World world) {
        return Mono.defer(() -> attempt(wish, world)).onErrorResume(error -> Mono.just(Outcome.of(error)));
    }

    private Mono<Outcome> attempt(Wish wish, World world) {
        return switch (wish) {
            case Command.TakeHold hold -> hold(hold, world);
            case Command.Renew renew ->
                the(HoldTime.class).renew(world.hold(renew.hold())).map(Instance::held);
            case Command.Release release ->
                the(HoldTime.class).release(world.hold(release.hold())).thenReturn(Outcome.of(Kind.DONE));
            case Command.Book book -> book(book, world);
            case Command.BookByStaff book -> bookByStaff(book, world);
            case Command.Block block -> block(block, world);
            case Command.Lift lift ->
                the(BlockTime.class).lift(world.block(lift.block()), STAFF).thenReturn(Outcome.of(Kind.DONE));
            case Command.OfVisit ofVisit ->
                onVisit(ofVisit, world.visit(ofVisit.visit())).map(Instance::seen);
        };
    }

    private Mono<Appointment> onVisit(Command.OfVisit wish, AppointmentId id) {
        return switch (wish) {
            case Command.Accept _ -> the(AcceptRequest.class).accept(id, STAFF);
            case Command.Decline _ -> the(DeclineRequest.class).decline(id, STAFF, "full");
            case Command.Propose propose -> the(MoveVisit.class).propose(id, STAFF, propose.start());
            case Command.MoveByStaff move -> the(MoveVisit.class).byStaff(id, onBehalf(move.waived()), move.start());
            case Command.CancelByStaff _ -> the(CancelVisit.class).cancel(id, STAFF, "ill");
            case Command.CheckIn _ -> the(RecordAttendance.class).checkIn(id, STAFF);
            case Command.Complete _ -> the(RecordAttendance.class).complete(id, STAFF, new VisitOutcome(null, null));
            case Command.NoShow _ -> the(RecordAttendance.class).noShow(id, STAFF);
            case Command.Correct correct -> correct(id, correct);
            case Command.AcceptProposal _ -> byLink(id, the(ManageByLink.class)::acceptProposal);
            case Command.DeclineProposal _ -> byLink(id, the(ManageByLink.class)::declineProposal);
            case Command.CancelByClient _ -> byLink(id, the(ManageByLink.class)::cancel);
            case Command.MoveByClient move ->
                byLink(id, secret -> the(MoveVisit.class).byClient(secret, move.start()));
            case Command.HandIn handIn ->
                byLink(
                        id,
                        secret -> the(HandInIntake.class)
                                .handIn(secret, Objects.requireNonNull(given(handIn.answers()))));
        };
    }

    private Mono<Outcome> hold(Command.TakeHold wish, World world) {
        return the(HoldTime.class)
                .hold(
                        world.therapist(wish.therapist()),
                        AListing.SWEDISH,
                        wish.start(),
                        Asking.ANYBODY,
                        new Visitor("browser " + wish.browser(), "address"))
                .map(Instance::held);
    }

    private Mono<Outcome> block(Command.Block wish, World world) {
        return the(BlockTime.class)
                .block(
                        world.therapist(wish.therapist()),
                        new TimeSpan(wish.from(), wish.from().plus(wish.length())),
                        null,
                        STAFF)
                .map(block -> Outcome.done(block.id(), null));
    }

    private Mono<Outcome> book(Command.Book wish, World world) {
        Integer hold = wish.hold();
        return book(
                wish.key(),
                new BookingRequest(
                        world.therapist(wish.therapist()),
                        AListing.SWEDISH,
                        wish.start(),
                        hold == null ? null : world.hold(hold),
                        Seen.client(wish.client()),
                        true,
                        false,
                        null,
                        given(wish.answers()),
                        ClientHistory.NONE,
                        null));
    }

    private Mono<Outcome> bookByStaff(Command.BookByStaff wish, World world) {
        return book(
                wish.key(),
                new BookingRequest(
                        world.therapist(wish.therapist()),
                        AListing.SWEDISH,
                        wish.start(),
                        null,
                        Seen.client(wish.client()),
                        true,
                        false,
                        null,
                        null,
                        ClientHistory.NONE,
                        onBehalf(wish.waived())));
    }

    private Mono<Outcome> book(int key, BookingRequest request) {
        return the(BookAppointment.class)
                .book(request, new Fingerprint("key " + key, "body"))
                .map(booked -> seen(booked.appointment()));
    }

    /** Whoever is overtaken looks and tries again, which somebody who does not know of it would not. */
    private Mono<Appointment> correct(AppointmentId id, Command.Correct wish) {
        return appointment(id)
                .map(visit -> visit.state().version() - (wish.stale() ? 1 : 0))
                .flatMap(version ->
                        the(CorrectClient.class).correct(id, version, _ -> Seen.client(wish.client()), STAFF))
                .retryWhen(Retry.max(3).filter(error -> error instanceof Refusal.ChangedSince && !wish.stale()));
    }

    private static OnBehalf onBehalf(Set<Waiver> waived) {
        return new OnBehalf(STAFF, waived, "a reason");
    }

    private static @Nullable GivenIntake given(Answers answers) {
        return answers == Answers.NONE ? null : new GivenIntake("form", "{}", answers == Answers.RED_FLAG, false);
    }

    private Mono<Appointment> byLink(AppointmentId id, Function<String, Mono<Appointment>> deed) {
        return appointment(id).map(the(ManageLinks.class)::secretOf).flatMap(deed);
    }

    private Mono<Appointment> appointment(AppointmentId id) {
        return the(Appointments.class).byId(id);
    }

    /** All that are stored. */
    Map<AppointmentId, Appointment> visits() {
        return the(Appointments.class)
                .list(ALL)
                .collectMap(Appointment::id)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static Outcome seen(Appointment appointment) {
        var wanted = appointment.state().wanted();
        Visit newest = wanted == null ? appointment.state().visit() : wanted.visit();
        return Outcome.done(appointment.id(), room(newest));
    }

    private static Outcome held(Hold hold) {
        return Outcome.done(hold.id(), room(hold.visit()));
    }

    private static @Nullable String room(Visit visit) {
        Part part = visit.part();
        return part.room() == null ? null : part.room().name();
    }

    /** Neither listeners nor loops: a use case does its work when it is asked to. */
    static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
