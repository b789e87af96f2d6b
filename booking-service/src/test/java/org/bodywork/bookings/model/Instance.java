package org.bodywork.bookings.model;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bodywork.bookings.BookingApplication;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.AcceptRequest;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.AwaitAnswer;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.DeclineRequest;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.client.domain.ClientHistory;
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
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * One instance of the service, from its use cases down to the database; without its endpoints, its due work and its
 * broker, of which the world around it does the part.
 */
final class Instance implements AutoCloseable {

    private static final String LISTINGS = "listingsOfTheScene";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PracticeId PRACTICE = AListing.PRACTICE;
    private static final Colleague STAFF = new Colleague.PracticeLead("june", PRACTICE);

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

    /** Limits on what one visitor takes are not what is looked at here. */
    private static Map<String, Object> settings(TestDatabase database) {
        return Map.of(
                "spring.mongodb.uri", database.uri(),
                "spring.mongodb.database", database.name(),
                "bodywork.internal.token", "token-of-tests",
                "logging.level.root", "warn",
                "bodywork.limits.bookings-per-contact-a-day", "10000",
                "bodywork.limits.open-requests-per-contact", "10000",
                "bodywork.limits.holds-per-browser", "10000",
                "bodywork.limits.holds-per-address", "10000");
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

    void createIndexes() {
        context.getBeansOfType(CollectionIndexes.class).values().forEach(wanted -> {
            List<IndexModel> indexes = wanted.indexes();
            mongo().getCollection(wanted.collection())
                    .flatMapMany(collection -> collection.createIndexes(indexes))
                    .blockLast(PATIENCE);
        });
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

    void sweep(List<AppointmentId> visits, List<AppointmentId> holds) {
        Flux.fromIterable(visits)
                .concatMap(the(AwaitAnswer.class)::look)
                .thenMany(Flux.fromIterable(holds))
                .concatMap(the(HoldTime.class)::tidy)
                .then()
                .block(PATIENCE);
    }

    Mono<Outcome> run(Wish wish, World world) {
        return Mono.defer(() -> attempt(wish, world)).onErrorResume(error -> Mono.just(Outcome.of(error)));
    }

    private Mono<Outcome> attempt(Wish wish, World world) {
        return switch (wish) {
            case Command.TakeHold hold ->
                the(HoldTime.class)
                        .hold(
                                world.therapist(hold.therapist()),
                                AListing.SWEDISH,
                                hold.start(),
                                Asking.ANYBODY,
                                new Visitor("browser", "address"))
                        .map(Instance::held);
            case Command.Renew renew -> onHold(world.hold(renew.hold()), the(HoldTime.class)::renew);
            case Command.Release release ->
                onHold(
                        world.hold(release.hold()),
                        id -> the(HoldTime.class).release(id).then(Mono.empty()));
            case Command.Book book -> book(book, world);
            case Command.Accept accept ->
                onVisit(
                        world.visit(accept.visit()),
                        id -> the(AcceptRequest.class).accept(id, STAFF));
            case Command.Decline decline ->
                onVisit(
                        world.visit(decline.visit()),
                        id -> the(DeclineRequest.class).decline(id, STAFF, "full"));
            case Command.Propose propose ->
                onVisit(world.visit(propose.visit()), id -> the(MoveVisit.class).propose(id, STAFF, propose.start()));
            case Command.MoveByStaff move ->
                onVisit(
                        world.visit(move.visit()),
                        id -> the(MoveVisit.class)
                                .byStaff(id, new OnBehalf(STAFF, Set.of(), "a reason"), move.start()));
            case Command.CancelByStaff cancel ->
                onVisit(
                        world.visit(cancel.visit()),
                        id -> the(CancelVisit.class).cancel(id, STAFF, "ill"));
            case Command.CheckIn checkIn ->
                onVisit(
                        world.visit(checkIn.visit()),
                        id -> the(RecordAttendance.class).checkIn(id, STAFF));
            case Command.Complete complete ->
                onVisit(
                        world.visit(complete.visit()),
                        id -> the(RecordAttendance.class).complete(id, STAFF, new VisitOutcome(null, null)));
            case Command.NoShow noShow ->
                onVisit(
                        world.visit(noShow.visit()),
                        id -> the(RecordAttendance.class).noShow(id, STAFF));
            case Command.AcceptProposal accept ->
                byLink(world.visit(accept.visit()), the(ManageByLink.class)::acceptProposal);
            case Command.DeclineProposal decline ->
                byLink(world.visit(decline.visit()), the(ManageByLink.class)::declineProposal);
            case Command.CancelByClient cancel -> byLink(world.visit(cancel.visit()), the(ManageByLink.class)::cancel);
            case Command.MoveByClient move ->
                byLink(world.visit(move.visit()), secret -> the(MoveVisit.class).byClient(secret, move.start()));
        };
    }

    private Mono<Outcome> book(Command.Book wish, World world) {
        String name = "Client " + wish.client();
        Client client =
                new Client(name, new EmailAddress("client" + wish.client() + "@example.com"), null, Language.EN, null);
        AppointmentId hold = wish.hold() == null ? null : world.hold(wish.hold());
        BookingRequest request = new BookingRequest(
                world.therapist(wish.therapist()),
                AListing.SWEDISH,
                wish.start(),
                hold,
                client,
                true,
                false,
                null,
                null,
                ClientHistory.NONE,
                null);
        return the(BookAppointment.class)
                .book(request, new Fingerprint("key " + wish.key(), "body"))
                .map(booked -> seen(booked.appointment()));
    }

    private Mono<Outcome> onVisit(@Nullable AppointmentId id, Function<AppointmentId, Mono<Appointment>> deed) {
        return id == null ? Mono.just(Outcome.of(Kind.NOTHING)) : deed.apply(id).map(Instance::seen);
    }

    private Mono<Outcome> byLink(@Nullable AppointmentId id, Function<String, Mono<Appointment>> deed) {
        return id == null
                ? Mono.just(Outcome.of(Kind.NOTHING))
                : appointment(id)
                        .map(the(ManageLinks.class)::secretOf)
                        .flatMap(deed)
                        .map(Instance::seen);
    }

    private Mono<Outcome> onHold(@Nullable AppointmentId id, Function<AppointmentId, Mono<Hold>> deed) {
        return id == null
                ? Mono.just(Outcome.of(Kind.NOTHING))
                : deed.apply(id).map(Instance::held).defaultIfEmpty(Outcome.of(Kind.DONE));
    }

    Mono<Appointment> appointment(AppointmentId id) {
        return the(Appointments.class).byId(id);
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

    static TherapistId idOf(Listing listing) {
        return listing.id();
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
