package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aRequestedVisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffNewsTest {

    private static final Instant NOW = START.minus(Duration.ofDays(3));
    private static final String THERAPIST = "bea502af-2be4-39eb-9c0d-d649ecafb87b";
    private static final String COLLEAGUE = "d670c342-c6cc-4996-acaf-76a5703598ae";

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, CLIENT, REQUESTED, REQUEST_WAITING",
        "MOVED, CLIENT, REQUESTED, REQUEST_WAITING",
        "MOVE_ASKED, CLIENT, CONFIRMED, REQUEST_WAITING",
        "REQUEST_WAITING, SYSTEM, REQUESTED, REQUEST_STILL_WAITING",
        "CONFIRMED, CLIENT, CONFIRMED, NEW_BOOKING",
        "MOVED, CLIENT, CONFIRMED, VISIT_MOVED",
        "NOT_MOVED, CLIENT, CONFIRMED, VISIT_STAYS",
        "CANCELLED, CLIENT, CANCELLED_BY_CLIENT, VISIT_CANCELLED",
        "DECLINED, CLIENT, DECLINED, VISIT_CANCELLED",
        "EXPIRED, SYSTEM, EXPIRED, VISIT_CANCELLED"
    })
    void tellsTheTherapistByEmailAtOnce(What what, Side by, VisitStatus status, MessageKind kind) {
        VisitBuilder visit = aRequestedVisit().now(status);

        assertThat(toStaff(change(what, by, null, visit), null)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(kind);
            assertThat(message.recipient()).isEqualTo(Recipient.member(THERAPIST));
            assertThat(message.channel()).isEqualTo(Channel.EMAIL);
            assertThat(message.due()).isEqualTo(NOW);
            assertThat(message.atNight()).isTrue();
        });
    }

    @Test
    void tellsNobodyOfWhatTheyDidThemselves() {
        VisitChange own = change(What.CONFIRMED, Side.STAFF, THERAPIST, aConfirmedVisit());

        assertThat(toStaff(own, null)).isEmpty();
    }

    @Test
    void tellsTheTherapistWhatAColleagueDid() {
        VisitChange byColleague = change(What.CONFIRMED, Side.STAFF, COLLEAGUE, aConfirmedVisit());

        assertThat(toStaff(byColleague, null)).extracting(Notification::kind).containsExactly(MessageKind.NEW_BOOKING);
    }

    @Test
    void callsAVisitConfirmedAtAnotherTimeMovedAndNotNew() {
        VisitBuilder moved = aConfirmedVisit().movedTo(START.plusSeconds(3600)).atSequence(2);

        assertThat(toStaff(
                        change(What.CONFIRMED, Side.CLIENT, null, moved),
                        aConfirmedVisit().build()))
                .extracting(Notification::kind)
                .containsExactly(MessageKind.VISIT_MOVED);
    }

    @Test
    void asksToLookAtAnIntakeOnlyWhereItMatters() {
        assertThat(toStaff(change(What.INTAKE_RECEIVED, Side.CLIENT, null, aConfirmedVisit()), null))
                .isEmpty();
        assertThat(toStaff(
                        change(
                                What.INTAKE_RECEIVED,
                                Side.CLIENT,
                                null,
                                aConfirmedVisit().withAnIntakeToLookAt()),
                        null))
                .extracting(Notification::kind)
                .containsExactly(MessageKind.REVIEW_NEEDED);
    }

    @Test
    void asksForAnAnswerOnlyAsLongAsItCanBeGiven() {
        Instant until = NOW.plus(Duration.ofHours(4));
        VisitBuilder request = aRequestedVisit().toBeAnsweredBy(until);

        assertThat(toStaff(change(What.REQUESTED, Side.CLIENT, null, request), null))
                .extracting(Notification::usefulUntil)
                .containsExactly(until);
    }

    @Test
    void givesEachTheirOwnLinkToAnswer() {
        Links links = aRequestedVisit().answeredWith(THERAPIST, "abc").build().links();

        assertThat(links.forReader(MessageKind.REQUEST_WAITING, Recipient.member(THERAPIST)))
                .hasToString("http://localhost:8080/answer/abc");
        assertThat(links.forReader(MessageKind.REQUEST_WAITING, Recipient.member(COLLEAGUE)))
                .hasToString("http://localhost:8080/console");
    }

    private static VisitChange change(What what, Side by, @Nullable String account, VisitBuilder visit) {
        return new VisitChange(what, by, account, visit.build(), NOW, false);
    }

    private static List<Notification> toStaff(VisitChange change, @Nullable Visit before) {
        return new MessagePlan(Messages.A_DAY_BEFORE, List.of(THERAPIST))
                .messagesFor(change, before, NOW).stream()
                        .filter(message -> message.kind().audience() == Audience.STAFF)
                        .toList();
    }
}
