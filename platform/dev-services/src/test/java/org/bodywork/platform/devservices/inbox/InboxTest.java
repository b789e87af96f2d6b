package org.bodywork.platform.devservices.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void keepsTheNewestByNumber() {
        var inbox = new Inbox(2, Long.MAX_VALUE);

        receive(inbox, "first");
        receive(inbox, "second");
        receive(inbox, "third");

        assertThat(inbox.newestFirst(message -> true))
                .extracting(InboxTest::body)
                .containsExactly("third", "second");
    }

    @Test
    void keepsTheNewestByMemory() {
        var inbox = new Inbox(Integer.MAX_VALUE, 5_000);

        for (int i = 0; i < 20; i++) {
            receive(inbox, "body " + i);
        }

        var kept = inbox.newestFirst(message -> true);
        assertThat(kept).hasSizeBetween(5, 10);
        assertThat(body(kept.getFirst())).isEqualTo("body 19");
    }

    @Test
    void hasRoomAgainAfterClearing() {
        var inbox = new Inbox(Integer.MAX_VALUE, 1_000);
        receive(inbox, "before");

        inbox.clear();
        receive(inbox, "after");

        assertThat(inbox.newestFirst(message -> true))
                .extracting(InboxTest::body)
                .containsExactly("after");
    }

    @Test
    void replacesAMessageInItsPlace() {
        var inbox = new Inbox();
        var first = receive(inbox, "first");
        receive(inbox, "second");

        inbox.replace(first.reaching(Sms.Status.SENT, NOW));

        assertThat(inbox.newestFirst(message -> true))
                .extracting(InboxTest::body)
                .containsExactly("second", "first");
        assertThat(inbox.find(first.id())).get().extracting("status").isEqualTo(Sms.Status.SENT);
    }

    @Test
    void doesNotBringBackAMessageThatWasForgotten() {
        var inbox = new Inbox();
        var message = receive(inbox, "first");
        inbox.clear();

        inbox.replace(message.reaching(Sms.Status.SENT, NOW));

        assertThat(inbox.find(message.id())).isEmpty();
    }

    @Test
    void findsANumberWhosePlusBecameASpace() {
        var inbox = new Inbox();
        receive(inbox, "first");

        assertThat(inbox.newestFirst(Recipients.is(" 13145550100"))).hasSize(1);
        assertThat(inbox.newestFirst(Recipients.is("1314555010"))).isEmpty();
    }

    private static Sms receive(Inbox inbox, String body) {
        return inbox.add(id ->
                new Sms(id, NOW, "+13145550100", "+13145550199", body, "SM" + id, null, Sms.Status.QUEUED, null, NOW));
    }

    private static String body(Message message) {
        return ((Sms) message).body();
    }
}
