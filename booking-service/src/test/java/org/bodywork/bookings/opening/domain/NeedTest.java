package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CLINIC;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedTest {

    private static final TreatmentId HOT_STONE = TreatmentId.of("11111111-1111-1111-1111-111111111111");

    @Test
    void findsMaplewoodInGreaterStLouis() {
        Candidate june = candidate("woman", Map.of(STUDIO, "maplewood"));

        assertThat(in("st-louis").metBy(june)).isNotEmpty();
        assertThat(in("maplewood").metBy(june)).isNotEmpty();
        assertThat(in("lakewood").metBy(june)).isEmpty();
    }

    @Test
    void doesNotFindStLouisInMaplewood() {
        Candidate june = candidate("woman", Map.of(STUDIO, "st-louis"));

        assertThat(in("maplewood").metBy(june)).isEmpty();
    }

    @Test
    void asksForThePlacesWithinTheAreaOfWhoeverWorksElsewhereToo() {
        Candidate june = candidate("woman", Map.of(STUDIO, "maplewood", CLINIC, "st-louis"));

        assertThat(in("maplewood").placesOf(june)).containsExactly(STUDIO);
        assertThat(in("st-louis").placesOf(june)).isEmpty();
    }

    @Test
    void takesAnyOfSeveralWordsAndEveryKindOfWord() {
        Candidate june = candidate("woman", Map.of(STUDIO, "maplewood"));

        assertThat(need(Set.of("swedish", "medical"), Set.of("back-pain"), Set.of("woman", "man"), Set.of())
                        .metBy(june))
                .extracting(Candidate.Option::id)
                .containsExactly(SWEDISH);
        assertThat(need(Set.of("swedish"), Set.of("arthritis"), Set.of(), Set.of())
                        .metBy(june))
                .isEmpty();
        assertThat(need(Set.of(), Set.of(), Set.of("man"), Set.of()).metBy(june))
                .isEmpty();
    }

    @Test
    void doesNotGuessAGenderThatIsNotStated() {
        assertThat(need(Set.of(), Set.of(), Set.of("woman"), Set.of())
                        .metBy(candidate(null, Map.of(STUDIO, "maplewood"))))
                .isEmpty();
    }

    @Test
    void namesEachTreatmentThatWouldDo() {
        Candidate june = candidate("woman", Map.of(STUDIO, "maplewood"));

        assertThat(need(Set.of(), Set.of(), Set.of(), Set.of()).metBy(june)).hasSize(2);
        assertThat(need(Set.of(), Set.of(), Set.of(), Set.of(90)).metBy(june))
                .extracting(Candidate.Option::id)
                .containsExactly(HOT_STONE);
    }

    private static Need in(String area) {
        return new Need(Set.of(area), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Need need(
            Set<String> modalities, Set<String> conditions, Set<String> genders, Set<Integer> minutes) {
        return new Need(Set.of("maplewood"), modalities, conditions, genders, minutes);
    }

    private static Candidate candidate(@Nullable String gender, Map<LocationId, String> areas) {
        return new Candidate(
                new TherapistId(UUID.randomUUID()),
                1,
                gender,
                Set.of("back-pain", "poor-sleep"),
                areas,
                List.of(
                        new Candidate.Option(SWEDISH, "swedish", 60),
                        new Candidate.Option(HOT_STONE, "hot-stone", 90)));
    }
}
