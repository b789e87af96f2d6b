package org.bodywork.therapists.schedule;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.EMBEDDED)
class EmbeddedScheduleIT extends ScheduleContract {}
