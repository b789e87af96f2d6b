package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
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
