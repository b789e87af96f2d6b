/** What leaves the house, an email or a text message, and how such an attempt can end. */
@NullMarked
package org.bodywork.notifications.delivery.domain;

import org.jspecify.annotations.NullMarked;
