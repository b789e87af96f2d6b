/** What mail providers tell us after they took an email, in a form of our own that any of them can be brought into. */
@NullMarked
package org.bodywork.notifications.delivery.adapter.feedback;

import org.jspecify.annotations.NullMarked;
