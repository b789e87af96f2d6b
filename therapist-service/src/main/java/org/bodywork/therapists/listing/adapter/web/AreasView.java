package org.bodywork.therapists.listing.adapter.web;

import java.util.List;

/** Every area, in one go: they are few. */
record AreasView(List<AreaView> items) {}
