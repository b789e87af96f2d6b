package org.bodywork.bookings.directory;

import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class DirectoryContractTest {

    @Test
    void readsEveryPublishedListing() {
        EventContract.of(TherapistChanged.TYPE)
                .assertReadBy(
                        json -> EventJson.read(json, TherapistChanged.class).listing());
    }

    @Test
    void readsEveryPublishedPractice() {
        EventContract.of(PracticeChanged.TYPE).assertReadBy(json -> EventJson.read(json, PracticeChanged.class));
    }
}
