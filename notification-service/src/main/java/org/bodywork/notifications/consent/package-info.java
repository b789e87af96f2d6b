/** What recipients allow: who may be written to on which channel, and how they say so. */
@NullMarked
package org.bodywork.notifications.consent;

import org.jspecify.annotations.NullMarked;
