package org.bodywork.therapists.claiming;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.EMBEDDED)
class EmbeddedClaimIT extends ClaimContract {}
