package org.bodywork.therapists.importing;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.EMBEDDED)
class EmbeddedReplaceIT extends ReplaceContract {}
