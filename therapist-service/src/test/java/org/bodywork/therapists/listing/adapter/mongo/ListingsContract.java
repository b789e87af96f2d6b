package org.bodywork.therapists.listing.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.listing.application.KeepTherapist;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.SlugTaken;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.Certificate;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.DailyLimits;
import org.bodywork.therapists.listing.domain.DayRange;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.MessageChannel;
import org.bodywork.therapists.listing.domain.MessageKind;
import org.bodywork.therapists.listing.domain.MessageReach;
import org.bodywork.therapists.listing.domain.MessageRule;
import org.bodywork.therapists.listing.domain.MessageRules;
import org.bodywork.therapists.listing.domain.MessageTime;
import org.bodywork.therapists.listing.domain.Photo;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Pressure;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.ScheduleOverride;
import org.bodywork.therapists.listing.domain.ScheduleVersion;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.TimeOffId;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.WorkingDay;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What the stored listings keep to, on whatever MongoDB. */
@RunningService
abstract class ListingsContract {

    @Autowired
    Therapists therapists;

    @Autowired
    Practices practices;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    BusinessClock clock;

    @Test
    void givesBackWhatWasAdded() {
        Therapist lucia = stored(UUID.randomUUID());

        StepVerifier.create(therapists.find(lucia.id()))
                .expectNext(new Versioned<>(lucia, 1))
                .verifyComplete();
    }

    @Test
    void addsNobodyTwice() {
        Therapist lucia = stored(UUID.randomUUID());

        StepVerifier.create(therapists.add(lucia)).verifyError(ConcurrentChange.class);
    }

    @Test
    void changesOnlyWhatWasSeen() {
        Therapist lucia = stored(UUID.randomUUID());
        StepVerifier.create(therapists.change(lucia, 1)).verifyComplete();

        StepVerifier.create(therapists.change(lucia, 1)).verifyError(ConcurrentChange.class);
        StepVerifier.create(therapists.find(lucia.id()).map(Versioned::sequence))
                .expectNext(2L)
                .verifyComplete();
    }

    @Test
    void savesAllOfManyExceptWhatSomebodyElseChanged() {
        Therapist changed = stored(UUID.randomUUID());
        Therapist raced = stored(UUID.randomUUID());
        Therapist known = stored(UUID.randomUUID());
        Therapist added = document(UUID.randomUUID()).therapist();
        therapists.change(raced, 1).block();

        StepVerifier.create(therapists.saveAll(List.of(
                        new Versioned<>(changed, 1),
                        new Versioned<>(raced, 1),
                        Versioned.unstored(known),
                        Versioned.unstored(added))))
                .expectNext(Set.of(raced.id(), known.id()))
                .verifyComplete();

        StepVerifier.create(therapists
                        .known(List.of(changed.id(), raced.id(), known.id(), added.id()))
                        .collectMap(each -> each.value().id(), Versioned::sequence))
                .expectNext(Map.of(changed.id(), 2L, raced.id(), 2L, known.id(), 1L, added.id(), 1L))
                .verifyComplete();
    }

    @Test
    void refusesTheSlugOfAnother() {
        Therapist lucia = stored(UUID.randomUUID());
        Therapist other = new TherapistDocument(
                        UUID.randomUUID().toString(),
                        1,
                        Instant.EPOCH,
                        TherapistDocument.Listing.of(lucia),
                        null,
                        null,
                        null,
                        null,
                        null)
                .therapist();

        StepVerifier.create(therapists.add(other)).verifyError(SlugTaken.class);
    }

    @Test
    void keepsEveryChangeOfManyAtOnce() {
        TherapistId id = new TherapistId(UUID.randomUUID());
        KeepTherapist keep = new KeepTherapist(therapists, clock);
        Therapist first = document(id.value()).therapist();

        StepVerifier.create(Flux.range(0, 3)
                        .flatMap(number -> keep.asListed(first), 3)
                        .filter(changed -> changed))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(therapists.find(id).map(Versioned::sequence))
                .expectNext(1L)
                .verifyComplete();
    }

    /** As the first version of this service stored it; it must stay readable whatever is added later. */
    @Test
    void readsADocumentOfTheFirstVersion() {
        UUID id = UUID.randomUUID();
        Document first = Document.parse(FirstVersion.THERAPIST.formatted(id, "lucia-" + id));
        mongo.getCollection(TherapistDocument.COLLECTION)
                .flatMapMany(all -> all.insertOne(first))
                .blockLast();

        StepVerifier.create(therapists.find(new TherapistId(id)))
                .assertNext(known -> {
                    assertThat(known.value().name()).isEqualTo("Lucía Ortega");
                    assertThat(known.value().portrait().gender()).isNull();
                    assertThat(known.value().portrait().photos()).isEmpty();
                    assertThat(known.value().treatments().getFirst().rooms()).isEmpty();
                    assertThat(known.value().rules().limits()).isEqualTo(DailyLimits.NONE);
                    assertThat(known.value().schedule().versions()).hasSize(1);
                })
                .verifyComplete();
    }

    @Test
    void theLicenceOfAnEarlierVersionIsTheRequiredOne() {
        UUID id = UUID.randomUUID();
        Document first = Document.parse(FirstVersion.THERAPIST.formatted(id, "lucia-" + id));
        first.get("listing", Document.class).append("licence", Document.parse(FirstVersion.LICENCE));
        mongo.insert(first, TherapistDocument.COLLECTION).block();

        StepVerifier.create(therapists
                        .find(new TherapistId(id))
                        .map(known -> known.value().credentials()))
                .expectNext(Credentials.ofLicence(
                        new Licence("MO-46288", "MO", LocalDate.of(2027, 8, 31), LocalDate.of(2026, 3, 13))))
                .verifyComplete();
    }

    @Test
    void keepsEveryCredential() {
        Therapist lucia = document(UUID.randomUUID()).therapist();
        LocalDate expires = LocalDate.of(2028, 5, 31);
        Credentials all = new Credentials(
                new Licence("MO-46288", "MO", expires, expires.minusYears(2)),
                List.of(new Licence("IL-7", "IL", expires, null)),
                List.of(
                        new Certificate("Oncology massage", "The school", "7", expires, expires.minusYears(1)),
                        new Certificate("Lymph drainage", null, null, null, null)));
        Therapist trained = lucia.with(all);
        therapists.add(trained).block();

        StepVerifier.create(therapists.find(lucia.id()).map(Versioned::value))
                .expectNext(trained)
                .verifyComplete();
    }

    @Test
    void keepsAScheduleInFull() {
        Therapist known = stored(UUID.randomUUID());
        Therapist planned = known.working(plansOf(known), known.workplaces());

        therapists.change(planned, 1).block();

        StepVerifier.create(therapists.find(known.id()))
                .expectNext(new Versioned<>(planned, 2))
                .verifyComplete();
    }

    @Test
    void aListingSaysTheHoursOfEveryWeekAndLeavesTheOtherPlans() {
        Therapist known = stored(UUID.randomUUID());
        Therapist planned = known.working(plansOf(known), known.workplaces());
        therapists.change(planned, 1).block();
        KeepTherapist keep = new KeepTherapist(therapists, clock);

        StepVerifier.create(keep.asListed(known).then(therapists.find(known.id())))
                .assertNext(relisted -> assertThat(relisted.value().schedule())
                        .isEqualTo(planned.schedule()
                                .withWeekInForceOn(
                                        LocalDate.of(2026, 11, 21),
                                        known.schedule().versions().getFirst().week())))
                .verifyComplete();
        StepVerifier.create(keep.asListed(known)).expectNext(false).verifyComplete();
    }

    /** All that a schedule can be made of; the first version ends long after any clock of these tests. */
    private static Schedule plansOf(Therapist therapist) {
        WorkingRange range =
                therapist.schedule().versions().getFirst().week().ranges().getFirst();
        DayRange longer = new DayRange(range.from(), range.to().plusHours(2));
        return new Schedule(
                List.of(
                        new ScheduleVersion(
                                ScheduleVersion.ALWAYS,
                                new WeeklySchedule(
                                        List.of(new WorkingRange(DayOfWeek.FRIDAY, longer, range.location())))),
                        new ScheduleVersion(LocalDate.of(2126, 1, 1), new WeeklySchedule(List.of(range)))),
                List.of(
                        new ScheduleOverride(LocalDate.of(2126, 5, 5), WorkingDay.OFF),
                        new ScheduleOverride(
                                LocalDate.of(2126, 5, 6), new WorkingDay(range.location(), List.of(longer)))),
                List.of(
                        new TimeOff(
                                new TimeOffId(UUID.randomUUID()),
                                LocalDateTime.of(2126, 1, 2, 0, 0),
                                LocalDateTime.of(2126, 1, 3, 12, 30),
                                Repeats.NEVER,
                                null),
                        new TimeOff(
                                new TimeOffId(UUID.randomUUID()),
                                LocalDateTime.of(2126, 1, 2, 9, 0),
                                LocalDateTime.of(2126, 1, 2, 10, 0),
                                Repeats.WEEKLY,
                                LocalDate.of(2126, 6, 1))),
                new Holidays(true, List.of(LocalDate.of(2126, 3, 3))));
    }

    @Test
    void keepsHowATherapistWorks() {
        Therapist lucia = document(UUID.randomUUID()).therapist();
        Therapist told = lucia.with(new Portrait(
                        lucia.name(),
                        null,
                        null,
                        List.of(),
                        null,
                        new PressureRange(Pressure.LIGHT, Pressure.MEDIUM),
                        List.of(Photo.at("https://pictures.example/lucia.jpg"))))
                .with(new BookingRules(
                        false,
                        Duration.ofHours(12),
                        30,
                        Duration.ofMinutes(30),
                        Duration.ofHours(6),
                        Duration.ofHours(48),
                        "",
                        new DailyLimits(
                                6,
                                Duration.ofHours(6),
                                new DailyLimits.InARow(Duration.ofHours(3), Duration.ofMinutes(30)))));
        therapists.add(told).block();

        StepVerifier.create(therapists.find(lucia.id()).map(Versioned::value))
                .expectNext(told)
                .verifyComplete();
    }

    @Test
    void keepsHowToReachAPractice() {
        Practice practice = practice(UUID.randomUUID());
        Location place = practice.locations().getFirst();
        Practice reachable = practice.relisted(new Practice(
                practice.id(),
                practice.slug(),
                practice.status(),
                practice.name(),
                practice.kind(),
                true,
                null,
                null,
                List.of(DoctorsPaper.REFERRAL),
                MessageRules.USUAL,
                true,
                List.of(new Location(
                        place.id(),
                        null,
                        place.name(),
                        place.address(),
                        place.point(),
                        place.area(),
                        place.zone(),
                        place.rooms(),
                        new Access(List.of(Ease.STEP_FREE), 18)))));
        practices.add(reachable).block();

        StepVerifier.create(practices.find(practice.id()).map(Versioned::value))
                .expectNext(reachable)
                .verifyComplete();
    }

    @Test
    void keepsWhichMessagesAPracticeSends() {
        Practice practice = practice(UUID.randomUUID())
                .telling(new MessageRules(List.of(
                        rule(MessageKind.CONFIRMATION, new MessageTime.AsItHappens()),
                        rule(MessageKind.REMINDER, new MessageTime.BeforeStart(Duration.ofDays(2))),
                        rule(MessageKind.REMINDER, new MessageTime.DaysBefore(1, LocalTime.of(18, 0))),
                        rule(MessageKind.FOLLOW_UP, new MessageTime.AfterEnd(Duration.ofHours(3))))));
        practices.add(practice).block();

        StepVerifier.create(practices.find(practice.id()).map(Versioned::value))
                .expectNext(practice)
                .verifyComplete();
    }

    private static MessageRule rule(MessageKind kind, MessageTime time) {
        return new MessageRule(kind, time, List.of(MessageChannel.SMS, MessageChannel.EMAIL), MessageReach.FIRST);
    }

    @Test
    void readsAPracticeOfTheFirstVersion() {
        UUID id = UUID.randomUUID();
        mongo.insert(
                        Document.parse(FirstVersion.PRACTICE.formatted(id, "quiet-oak-" + id)),
                        PracticeDocument.COLLECTION)
                .block();

        StepVerifier.create(practices.find(new PracticeId(id)))
                .assertNext(known -> {
                    assertThat(known.value().doctorsPapers()).isEmpty();
                    assertThat(known.value().locations().getFirst().access()).isEqualTo(Access.UNKNOWN);
                    assertThat(known.value().messageRules()).isEqualTo(MessageRules.USUAL);
                })
                .verifyComplete();
    }

    private Practice practice(UUID id) {
        Document document = Document.parse(FirstVersion.PRACTICE.formatted(id, "quiet-oak-" + id));
        return mongo.getConverter().read(PracticeDocument.class, document).practice();
    }

    private Therapist stored(UUID id) {
        Therapist therapist = document(id).therapist();
        therapists.add(therapist).block();
        return therapist;
    }

    private TherapistDocument document(UUID id) {
        Document stored = Document.parse(FirstVersion.THERAPIST.formatted(id, "lucia-" + id));
        return mongo.getConverter().read(TherapistDocument.class, stored);
    }
}
