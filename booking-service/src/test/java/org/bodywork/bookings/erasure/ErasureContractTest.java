package org.bodywork.bookings.erasure;

import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class ErasureContractTest {

    @Test
    void readsEveryCompletion() {
        EventContract.of(ErasureEvents.Completed.TYPE)
                .assertReadBy(json -> EventJson.read(json, ErasureEvents.Completed.class));
    }
}
