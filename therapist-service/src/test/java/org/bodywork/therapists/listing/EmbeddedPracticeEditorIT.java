package org.bodywork.therapists.listing;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.EMBEDDED)
class EmbeddedPracticeEditorIT extends PracticeEditorContract {}
