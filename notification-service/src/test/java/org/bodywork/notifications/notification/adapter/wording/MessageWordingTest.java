package org.bodywork.notifications.notification.adapter.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.Messages.aMessage;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.application.RecipientLinks;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Invitation;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.letter.GsmText;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.Words;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.application.Occasion.Stop;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Reader;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class MessageWordingTest {

    private static final Place PLACE = new Place(
            "Maplewood Hands",
            "(314) 555-0142",
            "hello@maplewood-hands.example",
            "7300 Manchester Rd, Suite 2, Maplewood, MO 63143",
            "June Park");

    private static final RecipientLinks LINKS = new RecipientLinks() {
        @Override
        public URI unsubscribe(String email, UUID about) {
            return URI.create("https://notify.example/unsubscribe/abc");
        }

        @Override
        public URI preferences(String email, Optional<String> phone, UUID about) {
            return URI.create("https://notify.example/preferences/abc");
        }
    };

    private final MessageWording wording = new MessageWording(LINKS);

    @Test
    void saysWhereWhenAndWithWhom() {
        EmailMessage email = email(aConfirmedVisit().build(), PLACE);

        assertThat(email.subject()).isEqualTo("Confirmed: Tue 24 Nov, 10:00 AM Central Time");
        assertThat(email.text())
                .contains("Hello Ana Lopez,")
                .contains("When: Tue 24 Nov, 10:00 AM Central Time")
                .contains("With: June Park")
                .contains("Practice: Maplewood Hands")
                .contains("Where: 7300 Manchester Rd, Suite 2, Maplewood, MO 63143")
                .contains("http://localhost:8080/manage/sss");
        assertThat(email.replyTo()).isEqualTo("hello@maplewood-hands.example");
    }

    @Test
    void tellsTheTimeAtThePlace() {
        EmailMessage email = email(aConfirmedVisit().in("America/Denver").build(), PLACE);

        assertThat(email.text()).contains("Tue 24 Nov, 9:00 AM Mountain Time");
    }

    /** The phone of the reader is in Tokyo; the visit, and the page about it, are not. */
    @ParameterizedTest
    @MethodSource("everyTextMessage")
    void anotherZoneThanThePageShowsOrNone(MessageKind kind, String language) {
        Visit visit = aVisitToDecideOn()
                .in("America/Denver")
                .ofAClientIn("Asia/Tokyo")
                .speaking(language)
                .build();
        String there = language.equals("en") ? "9:00 AM Mountain Time" : "hora de las Montañas Rocosas";

        EmailMessage email = (EmailMessage)
                wording.of(aMessage(kind, Channel.EMAIL, visit), telling(visit, PLACE, "ana@example.com"));

        String text = sms(kind, visit, PLACE).body();
        if (kind.isOfAPlan()) {
            assertThat(email.text() + text).doesNotContain("9:00", there, "Japan");
            return;
        }
        assertThat(email.text()).contains("9:00", there).doesNotContain("Japan", "Japón");
        assertThat(email.html()).contains("9:00", there);
        assertThat(text).contains("9:00");
        assertThat(Optional.ofNullable(email.invitation()).map(Invitation::zone))
                .isIn(Optional.empty(), Optional.of(visit.zone()));
    }

    @Test
    void writesSpanishToThoseWhoReadIt() {
        EmailMessage email = email(aConfirmedVisit().speaking("es-MX").build(), PLACE);

        assertThat(email.subject())
                .startsWith("Cita confirmada: mar 24 nov, 10:00")
                .endsWith("hora central");
        assertThat(email.text()).contains("Su cita está confirmada.");
        assertThat(email.html()).contains("lang=\"es-US\"");
    }

    @Test
    void writesEnglishWhereWeDoNotSpeakTheLanguage() {
        EmailMessage email = email(aConfirmedVisit().speaking("fr").build(), PLACE);

        assertThat(email.text()).contains("Your visit is confirmed.");
    }

    @Test
    void escapesNamesInHtmlAndOnlyThere() {
        EmailMessage email = email(
                aConfirmedVisit()
                        .forSomebodyCalled("<script>\"O'Neil\" & שרה 😀")
                        .build(),
                PLACE);

        assertThat(email.html())
                .contains("&lt;script&gt;&quot;O&#39;Neil&quot; &amp; שרה 😀")
                .doesNotContain("<script>");
        assertThat(email.text()).contains("Hello <script>\"O'Neil\" & שרה 😀,");
    }

    @Test
    void saysWhatIsDifferentFromWhatWasToldLast() {
        Visit moved = aConfirmedVisit().build();
        Told before = new Told(moved.start().minus(Duration.ofHours(2)), new TherapistId("another"), moved.location());
        Occasion occasion = new Occasion(
                moved, PLACE, telling(moved, PLACE, "ana@example.com").reader(), before);

        EmailMessage email = (EmailMessage) wording.of(aMessage(MessageKind.CHANGED, Channel.EMAIL, moved), occasion);

        assertThat(email.text())
                .contains("Earlier it was Tue 24 Nov, 8:00 AM Central Time.")
                .contains("Somebody else will look after you.")
                .doesNotContain("somewhere else")
                .contains("When: Tue 24 Nov, 10:00 AM Central Time");
    }

    @Test
    void tellsStaffWhoComesAndGreetsThemWithoutAName() {
        Visit visit = aConfirmedVisit().build();
        Reader reader = new Reader(null, "june@example.com", Locale.US, URI.create("http://localhost:8080/answer/abc"));

        EmailMessage email = (EmailMessage) wording.of(
                aMessage(MessageKind.REQUEST_WAITING, Channel.EMAIL, visit), new Occasion(visit, PLACE, reader, null));

        assertThat(email.text())
                .contains("Hello,")
                .contains("Client: Ana Lopez")
                .contains("http://localhost:8080/answer/abc");
    }

    @Test
    void letsNoNameBeginAHeader() {
        Place hostile = new Place("Calm\r\nBcc: all@example.com", null, null, null, null);
        Visit cancelled =
                aConfirmedVisit().now(VisitStatus.CANCELLED_BY_THERAPIST).build();

        EmailMessage email = (EmailMessage) wording.of(
                aMessage(MessageKind.DECLINED, Channel.EMAIL, cancelled),
                telling(cancelled, hostile, "ana@example.com"));

        assertThat(email.fromName()).isEqualTo("Calm Bcc: all@example.com");
        assertThat(email.subject()).doesNotContain("\r", "\n");
    }

    /** Has all that any message may speak of. */
    private static VisitBuilder aVisitToDecideOn() {
        return aConfirmedVisit().keptUntil(START.minus(Duration.ofHours(20)));
    }

    static Stream<Arguments> everyTextMessage() {
        return Stream.of("en", "es")
                .flatMap(language -> Stream.of(MessageKind.values()).map(kind -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTextMessage")
    void fitsOneSegment(MessageKind kind, String language) {
        assertThat(Stream.of("America/Chicago", "America/Denver"))
                .map(zone -> sms(
                                kind,
                                aVisitToDecideOn().in(zone).speaking(language).build(),
                                PLACE)
                        .body())
                .allMatch(GsmText::fitsOneSegment);
    }

    @ParameterizedTest
    @MethodSource("everyTextMessage")
    void saysPracticeTimeAndLink(MessageKind kind, String language) {
        TextMessage text = sms(kind, aVisitToDecideOn().speaking(language).build(), PLACE);

        assertThat(text.body()).startsWith("Maplewood").contains("http://localhost:8080/manage/" + "s".repeat(43));
        if (!kind.isOfAPlan()) {
            assertThat(text.body()).contains("24", "10:00");
        }
    }

    @Test
    void shortensALongPracticeNameToStayInOneSegment() {
        Place longName = new Place("The Greater St. Louis Center for Calm and Quiet", null, null, null, null);

        TextMessage text = sms(MessageKind.CONFIRMATION, aConfirmedVisit().build(), longName);

        assertThat(GsmText.fitsOneSegment(text.body())).isTrue();
        assertThat(text.body()).startsWith("The Greater St. Louis");
    }

    @Test
    void keepsANameThatNoSevenBitAlphabetHas() {
        Place hebrew = new Place("שלווה", null, null, null, null);

        assertThat(sms(MessageKind.REMINDER, aConfirmedVisit().build(), hebrew).body())
                .startsWith("שלווה: see you");
    }

    static Stream<Arguments> everyMessageOfLongNames() {
        return Stream.of("The Greater St. Louis Center for Massage", "Centro de Bienestar Nuestra Señora de Guadalupe")
                .flatMap(practice ->
                        everyTextMessage().map(each -> Arguments.of(each.get()[0], each.get()[1], practice)));
    }

    @ParameterizedTest
    @MethodSource("everyMessageOfLongNames")
    void fitsOneSegmentWithLongNamesToo(MessageKind kind, String language, String practice) {
        Place place = new Place(practice, "(314) 555-0142", null, null, "Maximiliano Hernández-Rodríguez");

        TextMessage text = sms(kind, aVisitToDecideOn().speaking(language).build(), place);

        assertThat(GsmText.fitsOneSegment(text.body())).as(text.body()).isTrue();
        assertThat(text.body()).contains("/manage/" + "s".repeat(43));
    }

    @ParameterizedTest
    @MethodSource("everyTextMessage")
    void fillsInEveryLetter(MessageKind kind, String language) {
        Visit visit = aVisitToDecideOn().speaking(language).build();

        EmailMessage email = (EmailMessage)
                wording.of(aMessage(kind, Channel.EMAIL, visit), telling(visit, PLACE, "ana@example.com"));

        assertThat(email.subject()).isNotBlank().doesNotContain("${", "[(", "null");
        assertThat(email.text()).contains("Maplewood Hands").doesNotContain("${", "[(", "[/]", "null");
        assertThat(email.html()).contains("<h1", "</html>").doesNotContain("${", " th:", "null");
    }

    /** Whatever the visit is for is a matter of health, and stands on a lock screen or a shared computer. */
    @ParameterizedTest
    @MethodSource("everyTextMessage")
    void saysNothingOfWhatTheVisitIsFor(MessageKind kind, String language) {
        Visit visit = aVisitToDecideOn().speaking(language).build();
        EmailMessage email = (EmailMessage)
                wording.of(aMessage(kind, Channel.EMAIL, visit), telling(visit, PLACE, "ana@example.com"));

        assertThat(email.subject()
                        + email.text()
                        + email.html()
                        + sms(kind, visit, PLACE).body())
                .doesNotContainIgnoringCase(
                        "massage",
                        "masaje",
                        "pain",
                        "dolor",
                        "therap",
                        "terap",
                        "treatment",
                        "tratamiento",
                        "health",
                        "salud",
                        "condition",
                        "condición");
    }

    @Test
    void keepsQuotesRightToLeftNamesAndEmojiWholeInEveryPart() {
        String name = "\"Zoë\" O'Neil <b> שרה بن 👩‍⚕️ [(${x})] [[${y}]]";

        EmailMessage email = email(aConfirmedVisit().forSomebodyCalled(name).build(), PLACE);

        assertThat(email.text()).contains("Hello " + name + ",");
        assertThat(HtmlUtils.htmlUnescape(email.html())).contains("Hello " + name + ",");
    }

    @Test
    void showsThePlaceOnAMapAndHowToChooseWhatComes() {
        Place mapped = new Place(
                "Maplewood Hands", null, null, "7300 Manchester Rd", null, new Place.Point(38.6126, -90.3211));

        EmailMessage email = email(aConfirmedVisit().build(), mapped);

        assertThat(email.text())
                .contains("https://www.google.com/maps/search/?api=1&query=38.612600,-90.321100")
                .contains("https://notify.example/preferences/abc");
        assertThat(email.unsubscribe()).hasToString("https://notify.example/unsubscribe/abc");
    }

    @Test
    void tellsTheCalendarEachChangeUnderOneNameWithAHigherSequence() {
        Visit confirmed = aConfirmedVisit().atSequence(2).build();
        Visit moved = aConfirmedVisit()
                .atSequence(3)
                .movedTo(START.plus(Duration.ofDays(1)))
                .build();
        Visit off = aConfirmedVisit()
                .atSequence(4)
                .now(VisitStatus.CANCELLED_BY_CLIENT)
                .build();

        Invitation first = invitation(MessageKind.CONFIRMATION, confirmed);
        Invitation second = invitation(MessageKind.MOVED, moved);
        Invitation last = invitation(MessageKind.CANCELLATION, off);

        assertThat(List.of(first, second, last))
                .extracting(Invitation::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(List.of(first, second, last)).extracting(Invitation::uid).containsOnly(confirmed.id() + "@bodywork");
        assertThat(List.of(first, second, last))
                .extracting(Invitation::cancelled)
                .containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void listsAllVisitsOfASeriesInOneMessage(String language) {
        Visit first = aConfirmedVisit()
                .in("America/Denver")
                .speaking(language)
                .ofSeries("s", 1, 2)
                .build();
        Visit second = aConfirmedVisit()
                .in("America/Denver")
                .startingAt(START.plus(Duration.ofDays(7)))
                .ofSeries("s", 2, 2)
                .build();
        Occasion both = new Occasion(
                first,
                PLACE,
                telling(first, PLACE, "ana@example.com").reader(),
                null,
                List.of(new Stop(first, PLACE), new Stop(second, PLACE)));

        for (MessageKind kind : List.of(MessageKind.CONFIRMATION, MessageKind.REQUEST_RECEIVED)) {
            EmailMessage email = (EmailMessage) wording.of(aMessage(kind, Channel.EMAIL, first), both);
            TextMessage text = (TextMessage) wording.of(aMessage(kind, Channel.SMS, first), both);

            assertThat(email.subject()).contains("2");
            assertThat(email.text()).containsPattern("1: .*24").containsPattern("2: (Tue 1 Dec|mar 1 dic), 9:00");
            assertThat(email.invitation()).isNull();
            assertThat(text.body()).contains("2 ", "24").matches(GsmText::fitsOneSegment, "fits one segment");
        }
    }

    @Test
    void namesWhoLooksAfterEachVisitWhereTheyDiffer() {
        Visit visit = aConfirmedVisit().build();
        Visit withAnother = aConfirmedVisit()
                .with("2b6f1b7a-1c55-4c39-8f0e-0d9e3c446a53")
                .startingAt(START.plus(Duration.ofDays(7)))
                .build();
        Place another = new Place("Maplewood Hands", null, null, null, "Ari Stone");
        Occasion both = new Occasion(
                visit,
                PLACE,
                telling(visit, PLACE, "ana@example.com").reader(),
                null,
                List.of(new Stop(visit, PLACE), new Stop(withAnother, another)));

        EmailMessage email = (EmailMessage) wording.of(aMessage(MessageKind.CONFIRMATION, Channel.EMAIL, visit), both);

        assertThat(email.text())
                .contains("Central Time, June Park", "Central Time, Ari Stone")
                .doesNotContain("With:");
    }

    @Test
    void asksHowTheClientIsAndLeadsToWhatMayHelpAsWell() {
        Visit visit = aConfirmedVisit().build();
        Reader asked = telling(visit, PLACE, "ana@example.com")
                .reader()
                .sentTo(URI.create("http://localhost:8080/scores/abc"));

        EmailMessage email = (EmailMessage) wording.of(
                aMessage(MessageKind.FOLLOW_UP, Channel.EMAIL, visit), new Occasion(visit, PLACE, asked, null));

        assertThat(email.text())
                .containsSubsequence(
                        "http://localhost:8080/scores/abc", "may help between visits", "/manage/", "/after");
    }

    @Test
    void asksNoCalendarToTakeInWhatIsNotConfirmed() {
        Visit requested = VisitBuilder.aRequestedVisit().build();

        EmailMessage email = (EmailMessage) wording.of(
                aMessage(MessageKind.REQUEST_RECEIVED, Channel.EMAIL, requested),
                telling(requested, PLACE, "ana@example.com"));

        assertThat(email.invitation()).isNull();
    }

    @Test
    void writesEnglishWhereATemplateFailsInOneLanguage() {
        PerLanguage<Phrasebook> broken = PerLanguage.of(language -> Phrasebook.of(
                language,
                name -> language == Language.SPANISH && name.equals("confirmation")
                        ? Words.parse(name, "subject: [(${nadie})]\nsms: x")
                        : Words.named(name, language)));
        Visit visit = aConfirmedVisit().speaking("es").build();

        EmailMessage email = (EmailMessage) new MessageWording(broken, LINKS)
                .of(aMessage(MessageKind.CONFIRMATION, Channel.EMAIL, visit), telling(visit, PLACE, "ana@example.com"));

        assertThat(email.text()).contains("Your visit is confirmed.");
    }

    private Invitation invitation(MessageKind kind, Visit visit) {
        EmailMessage email = (EmailMessage)
                wording.of(aMessage(kind, Channel.EMAIL, visit), telling(visit, PLACE, "ana@example.com"));
        return Objects.requireNonNull(email.invitation());
    }

    private EmailMessage email(Visit visit, Place place) {
        return (EmailMessage) wording.of(
                aMessage(MessageKind.CONFIRMATION, Channel.EMAIL, visit), telling(visit, place, "ana@example.com"));
    }

    private TextMessage sms(MessageKind kind, Visit visit, Place place) {
        return (TextMessage) wording.of(aMessage(kind, Channel.SMS, visit), telling(visit, place, "+13145550123"));
    }

    private static Occasion telling(Visit visit, Place place, String address) {
        return new Occasion(
                visit,
                place,
                new Reader(
                        visit.client().name(),
                        address,
                        visit.client().language(),
                        visit.links().manage()),
                null);
    }
}
