package org.bodywork.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    private final TopicCatalogue catalogue = TopicCatalogue.fromContracts();

    @Test
    void givesAServiceItsTopicsWithTheirDeadLetters() {
        assertThat(catalogue.of("booking-service"))
                .extracting(Topic::name)
                .contains("appointments", "occupancy", "therapists", "therapists-dlt")
                .doesNotContain("occupancy-dlt");
    }

    @Test
    void makesCompactedTopicsKeepTheNewestStateForEver() {
        NewTopic therapists = asNew("therapists", (short) 1);

        assertThat(therapists.numPartitions()).isEqualTo(6);
        assertThat(therapists.configs()).isEqualTo(Map.of("cleanup.policy", "compact"));
    }

    @Test
    void keepsDeadLettersForTwoWeeksInAsManyPartitionsAsTheirSource() {
        NewTopic deadLetters = asNew("therapists-dlt", (short) 1);

        assertThat(deadLetters.numPartitions()).isEqualTo(6);
        assertThat(deadLetters.configs()).containsEntry("retention.ms", Long.toString(14L * 24 * 3600 * 1000));
    }

    @Test
    void asksForTwoCopiesBeforeAnAcknowledgementWhenThereAreThree() {
        assertThat(asNew("therapists", (short) 3).configs()).containsEntry("min.insync.replicas", "2");
    }

    @Test
    void namesATopicThatIsInNoContract() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> catalogue.partitionsOf("gossip"))
                .withMessageContaining("gossip");
    }

    private NewTopic asNew(String name, short replication) {
        return catalogue.of("booking-service").stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .asNew(replication);
    }
}
