/** The ways a message leaves: one collection per channel, and the choice between them. */
@NullMarked
package org.bodywork.notifications.delivery.application;

import org.jspecify.annotations.NullMarked;
