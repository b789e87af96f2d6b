package org.bodywork.therapists.schedule;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.MONGOD)
class MongodScheduleIT extends ScheduleContract {}
