package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.bodywork.notifications.notification.domain.Links.Page;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final URI MANAGE = URI.create("https://book.example/manage/secret");

    private static final Links LINKS = new Links(MANAGE, Map.of("june", Links.beside(MANAGE, "answer", "hers")), null);

    @Test
    void afterAVisitThePageForTheTimeBetweenVisitsIsOpened() {
        assertThat(LINKS.forReader(MessageKind.FOLLOW_UP, Recipient.CLIENT))
                .isEqualTo(URI.create("https://book.example/manage/secret/after"));
    }

    @Test
    void afterOneAndThreeDaysTheClientIsAskedBehindALinkOfItsOwn() {
        URI first = Links.beside(MANAGE, Page.SCORE_DAY_1, "one");
        URI second = Links.beside(MANAGE, Page.SCORE_DAY_3, "three");
        Links asking = new Links(MANAGE, Map.of(), null, Map.of(Page.SCORE_DAY_1, first, Page.SCORE_DAY_3, second));

        assertThat(first).isEqualTo(URI.create("https://book.example/scores/one"));
        assertThat(asking.howAreYou(Duration.ofHours(12))).isEqualTo(first);
        assertThat(asking.howAreYou(Duration.ofDays(1))).isEqualTo(first);
        assertThat(asking.howAreYou(Duration.ofDays(3))).isEqualTo(second);
        assertThat(LINKS.howAreYou(Duration.ofDays(1))).isEqualTo(LINKS.after());
    }

    @Test
    void alternativesAndSeriesHavePagesOfTheirOwnWhereThereAreSecrets() {
        URI alternatives = Links.beside(MANAGE, Page.HANDOVER, "h");
        Links links = new Links(MANAGE, Map.of(), null, Map.of(Page.HANDOVER, alternatives));

        assertThat(links.forReader(MessageKind.ALTERNATIVES, Recipient.CLIENT)).isEqualTo(alternatives);
        assertThat(LINKS.forReader(MessageKind.ALTERNATIVES, Recipient.CLIENT)).isEqualTo(MANAGE);
        assertThat(LINKS.series()).isEqualTo(MANAGE);
    }

    @Test
    void aClientWithoutAReviewToGiveIsLedToTheVisit() {
        assertThat(LINKS.forReader(MessageKind.REVIEW_REQUEST, Recipient.CLIENT))
                .isEqualTo(MANAGE);
    }

    @Test
    void otherStaffThanWhoeverWasAskedAreLedToTheConsole() {
        assertThat(LINKS.forReader(MessageKind.REQUEST_WAITING, Recipient.member("june")))
                .isEqualTo(URI.create("https://book.example/answer/hers"));
        assertThat(LINKS.forReader(MessageKind.REQUEST_WAITING, Recipient.member("paul")))
                .isEqualTo(URI.create("https://book.example/console"));
    }
}
