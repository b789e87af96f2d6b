package org.bodywork.therapists.importing;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.MONGOD)
class MongodReplaceIT extends ReplaceContract {}
