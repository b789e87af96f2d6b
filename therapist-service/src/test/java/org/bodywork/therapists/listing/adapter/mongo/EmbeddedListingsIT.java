package org.bodywork.therapists.listing.adapter.mongo;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.EMBEDDED)
class EmbeddedListingsIT extends ListingsContract {}
