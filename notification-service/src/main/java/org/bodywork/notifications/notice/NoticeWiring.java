package org.bodywork.notifications.notice;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.letter.LetterSample;
import org.bodywork.notifications.notification.application.Agendas;
import org.bodywork.notifications.notification.application.Staff;
import org.bodywork.notifications.notification.application.StaffLetters;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.staff.OtherStaffEvents;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class NoticeWiring {

    private static final String QUEUE = "notices";
    private static final int SENT_AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Bean
    Notices notices(ReactiveMongoTemplate mongo, BusinessClock clock) {
        return new Notices(mongo, clock);
    }

    @Bean
    StaffLetters staffLetters(ReactiveMongoTemplate mongo) {
        return new StoredLetters(mongo);
    }

    @Bean
    Agendas agendas(Notices notices, BusinessClock clock) {
        return new PlannedAgendas(notices, clock);
    }

    @Bean
    OtherStaffEvents credentialWarnings(Notices notices, BusinessClock clock, ObjectProvider<DueNudges> nudges) {
        return event -> event.type().equals(CredentialExpiring.TYPE)
                ? warn(event, notices, clock)
                        .doOnSuccess(_ -> nudges.getObject().nudge(QUEUE))
                : Mono.empty();
    }

    /** Of use until the last valid day is over. */
    private static Mono<Void> warn(ReceivedEvent event, Notices notices, BusinessClock clock) {
        return Mono.fromCallable(() -> event.as(CredentialExpiring.class))
                .flatMap(warning -> notices.add(NoticeDocument.warning(
                        warning,
                        clock.now(),
                        warning.expires()
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())));
    }

    @Bean
    DueQueue dueNotices(
            ReactiveMongoTemplate mongo,
            Notices notices,
            Staff staff,
            Visits visits,
            TherapistNames therapists,
            Suppressions suppressions,
            Emails emails,
            EventCipher cipher,
            BusinessClock clock) {
        DeliverNotice deliver =
                new DeliverNotice(notices, staff, visits, therapists, suppressions, emails, cipher, clock);
        return new DueQueue(
                QUEUE,
                NoticeDocument.COLLECTION,
                SENT_AT_ONCE,
                LEASE,
                work -> deliver.deliver(mongo.getConverter().read(NoticeDocument.class, work.document())));
    }

    @Bean
    LetterSample agendaSample() {
        return NoticeSamples.agenda();
    }

    @Bean
    LetterSample credentialSample() {
        return NoticeSamples.credential();
    }

    @Bean
    CollectionIndexes noticeIndexes() {
        return new CollectionIndexes(
                NoticeDocument.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending("accountId", "dueAt"))));
    }
}
