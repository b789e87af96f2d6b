package org.bodywork.therapists.review;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.MONGOD)
class MongodReviewsIT extends ReviewsContract {}
