package org.bodywork.notifications.killed;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.killed.Case.Step;
import org.bodywork.notifications.notification.adapter.mongo.StoredLedger;
import org.bodywork.notifications.notification.application.Composition;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.application.Objections;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.application.Paces;
import org.bodywork.notifications.notification.application.Readers;
import org.bodywork.notifications.notification.application.Recovery;
import org.bodywork.notifications.notification.application.SendMessage;
import org.bodywork.notifications.notification.domain.Backoff;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/**
 * The part of the service that sends, in a process of its own: the real queue, use case, ledger and providers' adapters.
 * With {@code killable} each message stops at its step, says so on a line, and waits for the end.
 */
public final class SendingProcess {

    /** Begins the line that says that a message is where it is to be when the end comes. */
    static final String AT_ITS_STEP = "at its step: ";

    /** Far longer than the test lasts: who was killed holds its messages until the test ends their leases. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Place PLACE = new Place("Maplewood Hands", null, null, null, null);

    private final boolean killable;
    private final Clock clock = Clock.systemUTC();
    private final BusinessClock business = new BusinessClock(clock);
    private final StoredLedger ledger;
    private final SendMessage sendMessage;

    private SendingProcess(ReactiveMongoTemplate mongo, int smtpPort, int twilioPort, boolean killable) {
        this.killable = killable;
        this.ledger = StoredLedger.in(mongo);
        NobodyOptedOut suppressions = new NobodyOptedOut();
        Providers providers = new Providers(smtpPort, twilioPort, this::hold);
        Notifications written = new StoppedAtEnd(ledger.notifications(), this::hold);
        NoStaff staff = new NoStaff();
        this.sendMessage = new SendMessage(
                written,
                ledger.visits(),
                new Objections(
                        written,
                        ledger.visits(),
                        new Readers(staff),
                        suppressions,
                        _ -> Mono.empty(),
                        (_, _, _) -> Mono.empty(),
                        () -> false,
                        business),
                new Composition(_ -> Mono.just(PLACE), SendingProcess::words),
                new Paces(1_000, 1_000, clock),
                new Outgoing(providers, providers, suppressions),
                suppressions,
                new Recovery(written),
                new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
                business,
                clock);
    }

    /** Takes the database's address, the ports of SMTP and Twilio, and perhaps {@code killable}. */
    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        ConnectionString address = new ConnectionString(args[0]);
        MongoClient client = MongoClients.create(address);
        String name = Objects.requireNonNull(address.getDatabase());
        TestDatabase database = new TestDatabase(args[0], client.getDatabase(name), client);
        new SendingProcess(
                        database.template(),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        List.of(args).contains("killable"))
                .start();
        // Its end is also ours: nobody is left behind when a test is broken off.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void start() {
        // As many as are held: those that come last find nobody who claims them.
        int lanes = (int) Case.all().stream()
                .filter(each -> each.step() != Step.BEFORE_CLAIM)
                .count();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(ReactiveMongoTemplate.class, ledger::mongo);
        context.registerBean(BusinessClock.class, () -> business);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(
                DueQueue.class,
                () -> new DueQueue("notifications", StoredLedger.COLLECTION, lanes, LEASE, this::claimed));
        context.scan("org.bodywork.platform.due");
        context.refresh();
    }

    private Mono<Void> claimed(Claimed work) {
        Notification message = ledger.notificationIn(work);
        return hold(Case.of(message), Step.AFTER_CLAIM)
                .then(Mono.defer(() -> sendMessage.send(message, work.attempts())));
    }

    /** Never ends where the end is to come. */
    private Mono<Void> hold(Case at, Step step) {
        return Mono.defer(() -> {
            if (!killable || at.step() != step) {
                return Mono.empty();
            }
            System.out.println(AT_ITS_STEP + at.number());
            return Mono.never();
        });
    }

    private static OutgoingMessage words(Notification notification, Occasion occasion) {
        String id = notification.id().value();
        String address = occasion.reader().address();
        String text = notification.kind() + " " + id;
        return switch (notification.channel()) {
            case EMAIL -> new EmailMessage(id, address, occasion.place().practice(), null, text, text, text);
            case SMS -> new TextMessage(id, address, text);
        };
    }
}
