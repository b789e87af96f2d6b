package org.bodywork.notifications.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.Messages.messagesFor;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.killed.Case.Step;
import org.bodywork.notifications.notification.adapter.mongo.StoredLedger;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Failed;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.devservices.mail.MailFault;
import org.bodywork.platform.devservices.sms.SmsFault;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * {@code kill -9} of a process that has a message at each step of sending, for each way a provider can meet it; another
 * process then takes over.
 */
class KilledProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Messages messages = Messages.start(0, 0, 0);
    private final TestDatabase database = MongoBacking.best().freshDatabase();
    private final StoredLedger ledger = StoredLedger.in(database.template());
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Process::destroyForcibly);
        messages.close();
        database.close();
    }

    @Test
    void losesNothingAndRepeatsOnlyWhatIsMarkedAndNobodyCouldTell() throws IOException {
        ledger.createIndexes();
        Case.all().forEach(this::plan);

        killWhenAllAreAtTheirSteps(start("killable"));
        leasesEnd();
        start();

        Await.until("everything has ended", PATIENCE, this::open, open -> open == 0);
        assertThat(Case.all()).allSatisfy(this::hasEndedRight);
    }

    private void plan(Case message) {
        fail(message, message.isRefused() ? 9 : 1);
        Instant now = Instant.now();
        Visit visit =
                message.confirmed().startingAt(now.plus(Duration.ofDays(3))).build();
        ledger.visits().remember(visit).block(PATIENCE);
        // Those that nobody is to claim before the end are due last.
        Instant at = message.step() == Step.BEFORE_CLAIM ? now : now.minusSeconds(60);
        List<Notification> confirmation =
                messagesFor(new VisitChange(What.CONFIRMED, Side.STAFF, visit, at), now).stream()
                        .filter(each -> each.kind() == MessageKind.CONFIRMATION)
                        .toList();
        ledger.notifications().addMissing(confirmation).block(PATIENCE);
    }

    private void fail(Case message, int times) {
        switch (message.fault()) {
            case SmsFault fault -> messages.smsFaults().order(fault, times, message.address());
            case MailFault fault -> messages.mailFaults().order(fault, times, message.address());
            case null, default -> {}
        }
    }

    private Process start(String... more) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SendingProcess.class.getName(),
                                database.uri(),
                                Integer.toString(messages.ports().smtp()),
                                Integer.toString(messages.ports().twilio())),
                        Arrays.stream(more))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        if (more.length == 0) {
            builder.redirectOutput(Redirect.DISCARD);
        }
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static void killWhenAllAreAtTheirSteps(Process process) throws IOException {
        long wanted = Case.all().stream()
                .filter(each -> each.step() != Step.BEFORE_CLAIM)
                .count();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (long held = 0; held < wanted; ) {
                String line = Objects.requireNonNull(output.readLine(), "it ended by itself");
                held += line.startsWith(SendingProcess.AT_ITS_STEP) ? 1 : 0;
            }
            process.destroyForcibly().onExit().join();
        }
    }

    /** As if the time were over for which the dead process had claimed its messages. */
    private void leasesEnd() {
        ledger.mongo()
                .updateMulti(new Query(), new Update().unset("claimableFrom"), StoredLedger.COLLECTION)
                .block(PATIENCE);
    }

    private long open() {
        return ledger.mongo()
                .count(Query.query(Criteria.where("due").exists(true)), StoredLedger.COLLECTION)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void hasEndedRight(Case message) {
        Notification told = Objects.requireNonNull(
                ledger.notifications().about(message.confirmed().build().id()).blockFirst(PATIENCE));
        List<MessageView> received = messages.to(message.address());
        if (message.isRefused()) {
            assertThat(told.progress()).isInstanceOf(Failed.class);
            assertThat(received).isEmpty();
            return;
        }
        assertThat(told.progress()).isInstanceOf(Sent.class);
        assertThat(received).hasSizeBetween(1, told.possibleRepeat() ? 2 : 1);
        // Twilio can be asked. A mail server cannot, once an attempt had begun.
        assertThat(told.possibleRepeat()).isEqualTo(message.channel() == Channel.EMAIL && mayHaveArrived(message));
        assertThat(received.stream().map(MessageView::messageId).distinct()).hasSize(1);
    }

    /** Whether an attempt began whose outcome was not written. */
    private static boolean mayHaveArrived(Case message) {
        return message.step().compareTo(Step.BEFORE_CALL) >= 0 || message.fault() == MailFault.DROP_AFTER_ACCEPT;
    }
}
