package org.bodywork.therapists.guide;

import java.util.List;

/** Pages of the guide, in the order people see them. */
record PagesView(List<PageView> items) {}
