package org.bodywork.platform.devservices.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.platform.devservices.MessagesSettings.LOCAL_ACCOUNT;
import static org.bodywork.platform.devservices.sms.SmsSender.FROM;
import static org.bodywork.platform.devservices.sms.SmsSender.TO;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.api.v2010.account.Message;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.bodywork.platform.devservices.Calls;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.MessagesSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioServerIT {

    private static final String TO_IN_QUERY = "To=%2B13145550100";

    private final Customer customer = new Customer();
    private final Messages messages =
            Messages.start(MessagesSettings.local(0, 0, 0).with(customer.url()));
    private final Calls calls = new Calls(messages.ports().twilio());
    private final SmsSender sender = new SmsSender(calls, LOCAL_ACCOUNT);

    @AfterEach
    void stop() {
        messages.close();
        customer.close();
    }

    @Test
    void answersWhatTheProvidersOwnLibraryReads() throws Exception {
        var answer = sender.send(Map.of("Body", "See you at 10 ✓"));

        var message = Message.fromJson(answer.body(), new ObjectMapper());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(message.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(message.getBody()).isEqualTo("See you at 10 ✓");
        assertThat(message.getTo()).isEqualTo(TO);
        assertThat(message.getDateCreated()).isNotNull();
    }

    @Test
    void callsBackAtEachChangeWithAValidSignature() throws Exception {
        sender.send(Map.of("StatusCallback", customer.url().toString()));

        var sent = customer.next();
        var delivered = customer.next();
        assertThat(sent.parameters()).containsEntry("MessageStatus", "sent").containsEntry("To", TO);
        assertThat(delivered.parameters()).containsEntry("MessageStatus", "delivered");
        assertThat(sent.isSignedWith(LOCAL_ACCOUNT.token())).isTrue();
        assertThat(sent.isSignedWith("another token")).isFalse();
    }

    @Test
    void fetchesAMessageAtItsPresentStatus() throws Exception {
        var sid = sidOf(sender.send(callback()).body());
        customer.next();
        customer.next();

        var fetched = sender.fetch(sid);

        assertThat(fetched.get("status").asString()).isEqualTo("delivered");
        assertThat(fetched.get("date_sent").asString()).endsWith("+0000");
    }

    @Test
    void knowsNoMessageOfAnotherStart() throws Exception {
        var answer = sender.fetch("SM00000000000000000000000000000001");

        assertThat(answer.get("code").asInt()).isEqualTo(20404);
    }

    @Test
    void listsNewestFirstAndPageByPage() throws Exception {
        sender.send(Map.of("Body", "first"));
        sender.send(Map.of("Body", "second"));
        sender.send(Map.of("Body", "to somebody else", "To", "+13145550111"));

        var page = sender.list(TO_IN_QUERY + "&PageSize=1");
        var next = sender.list(page.get("next_page_uri").asString().split("\\?", 2)[1]);

        assertThat(page.at("/messages/0/body").asString()).isEqualTo("second");
        assertThat(next.at("/messages/0/body").asString()).isEqualTo("first");
        assertThat(next.get("next_page_uri").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DateSent, 0, 1",
        "DateSent, 1, 0",
        "DateSent>, 0, 1",
        "DateSent>, 1, 0",
        "DateSent<, 0, 1",
        "DateSent<, -1, 0"
    })
    void listsByTheDayOfSending(String parameter, int daysFromToday, int found) throws Exception {
        sender.send(Map.of());
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(daysFromToday);

        var page = sender.list(parameter.replace(">", "%3E").replace("<", "%3C") + "=" + day);

        assertThat(page.get("messages").size()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "To, '', 21604",
        "To, 555, 21211",
        "From, '', 21603",
        "From, ++1, 21212",
        "Body, '', 21602",
        "StatusCallback, ftp://x, 21609",
        "ValidityPeriod, 0, 20422",
        "ValidityPeriod, 36001, 20422"
    })
    void refusesAFaultyFieldWithTheProvidersCode(String field, String value, int code) throws Exception {
        var answer = sender.send(Map.of(field, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Calls.json(answer).get("code").asInt()).isEqualTo(code);
        assertThat(Calls.json(answer).get("more_info").asString()).endsWith("/" + code);
        assertThat(messages.all()).isEmpty();
    }

    @Test
    void refusesABodyThatNoSmsHolds() throws Exception {
        var answer = sender.send(Map.of("Body", "x".repeat(1601)));

        assertThat(Calls.json(answer).get("code").asInt()).isEqualTo(21617);
    }

    @Test
    void sendsForAMessagingServiceWithoutANumber() throws Exception {
        var answer = sender.send(Map.of("From", "", "MessagingServiceSid", "MG1"));

        assertThat(Calls.json(answer).get("messaging_service_sid").asString()).isEqualTo("MG1");
    }

    @Test
    void refusesAnotherAccount() throws Exception {
        var stranger = new SmsSender(calls, new TwilioAccount(LOCAL_ACCOUNT.sid(), "guess"));

        var answer = stranger.send(Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Calls.json(answer).get("code").asInt()).isEqualTo(20003);
    }

    @Test
    void anErrorAfterAcceptingStillSends() throws Exception {
        order("500-after-accept", 1);

        var answer = sender.send(callback());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(customer.nextStatus()).isEqualTo("sent");
        assertThat(sender.list(TO_IN_QUERY).get("messages").size()).isEqualTo(1);
    }

    @Test
    void aTimeoutAfterAcceptingStillSends() throws Exception {
        order("timeout-after-accept", 1);

        assertThatThrownBy(() -> sender.sendWithin(Duration.ofMillis(300))).isInstanceOf(HttpTimeoutException.class);

        assertThat(sender.list(TO_IN_QUERY).get("messages").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"500-before, 500, 20500", "429, 429, 20429", "21610, 400, 21610"})
    void aRefusalSendsNothing(String mode, int status, int code) throws Exception {
        order(mode, 1);

        var answer = sender.send(Map.of());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Calls.json(answer).get("code").asInt()).isEqualTo(code);
        assertThat(sender.list(TO_IN_QUERY).get("messages").isEmpty()).isTrue();
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() throws Exception {
        order("429", 1);

        assertThat(sender.send(Map.of()).headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aLateCallbackComesAfterTheLastStatus() throws Exception {
        order("late-callback", 1);

        sender.send(callback());

        assertThat(customer.nextStatus()).isEqualTo("delivered");
        assertThat(customer.nextStatus()).isEqualTo("sent");
    }

    @Test
    void aRepeatedCallbackComesTwice() throws Exception {
        order("repeated-callback", 1);

        sender.send(callback());

        assertThat(customer.nextStatus()).isEqualTo("sent");
        assertThat(customer.nextStatus()).isEqualTo("sent");
        assertThat(customer.nextStatus()).isEqualTo("delivered");
        assertThat(customer.nextStatus()).isEqualTo("delivered");
    }

    @Test
    void anUndeliveredMessageSaysWhy() throws Exception {
        order("undelivered", 1);

        sender.send(callback());

        assertThat(customer.nextStatus()).isEqualTo("sent");
        assertThat(customer.next().parameters())
                .containsEntry("MessageStatus", "undelivered")
                .containsEntry("ErrorCode", "30005");
    }

    @Test
    void failsAsOftenAsOrdered() throws Exception {
        order("500-before", 2);

        assertThat(sender.send(Map.of()).statusCode()).isEqualTo(500);
        assertThat(sender.send(Map.of()).statusCode()).isEqualTo(500);
        assertThat(sender.send(Map.of()).statusCode()).isEqualTo(201);
    }

    @Test
    void failsOnlyForTheRecipientItWasOrderedFor() throws Exception {
        calls.post("/control/failures", "{\"mode\":\"500-before\",\"times\":1,\"to\":\"" + TO + "\"}");

        assertThat(sender.send(Map.of("To", "+13145550111")).statusCode()).isEqualTo(201);
        assertThat(sender.send(Map.of()).statusCode()).isEqualTo(500);
    }

    @Test
    void showsAndEndsWhatIsOrdered() throws Exception {
        order("429", 3);

        var shown = Calls.json(calls.get("/control/failures"));
        calls.post("/control/failures", "{\"mode\":\"none\"}");

        assertThat(shown.at("/failures/0/mode").asString()).isEqualTo("429");
        assertThat(shown.at("/failures/0/times").asInt()).isEqualTo(3);
        assertThat(sender.send(Map.of()).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"mode\":\"explode\"}", "{\"mode\":\"429\",\"times\":0}", "{\"mood\":\"429\"}", "not json", "''"
            })
    void refusesAnOrderItDoesNotUnderstand(String json) throws Exception {
        assertThat(calls.post("/control/failures", json).statusCode()).isEqualTo(400);
    }

    @Test
    void tellsTheCustomerOfAnAnswerWithAValidSignature() throws Exception {
        var told = hearing("Yes, I will be there");

        var call = customer.next();
        assertThat(Calls.json(told).get("status").asInt()).isEqualTo(200);
        assertThat(call.parameters())
                .containsEntry("From", TO)
                .containsEntry("To", FROM)
                .containsEntry("Body", "Yes, I will be there");
        assertThat(call.isSignedWith(LOCAL_ACCOUNT.token())).isTrue();
    }

    @Test
    void sendsNothingToSomebodyWhoWroteStopUntilTheyWriteStart() throws Exception {
        hearing("stop");
        var afterStop = sender.send(Map.of());
        hearing("START");
        var afterStart = sender.send(Map.of());

        assertThat(Calls.json(afterStop).get("code").asInt()).isEqualTo(21610);
        assertThat(afterStart.statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> hearing(String body) throws Exception {
        return calls.post(
                "/control/inbound", "{\"from\":\"%s\",\"to\":\"%s\",\"body\":\"%s\"}".formatted(TO, FROM, body));
    }

    private Map<String, String> callback() {
        return Map.of("StatusCallback", customer.url().toString());
    }

    private void order(String mode, int times) throws Exception {
        var answer = calls.post("/control/failures", "{\"mode\":\"%s\",\"times\":%d}".formatted(mode, times));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String sidOf(String json) {
        return Message.fromJson(json, new ObjectMapper()).getSid();
    }
}
