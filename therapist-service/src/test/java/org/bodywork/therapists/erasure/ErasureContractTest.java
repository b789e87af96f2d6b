package org.bodywork.therapists.erasure;

import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class ErasureContractTest {

    @Test
    void readsEveryRequest() {
        EventContract.of(ErasureRequested.TYPE).assertReadBy(json -> EventJson.read(json, ErasureRequested.class));
    }
}
