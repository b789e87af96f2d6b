/** Joins the use cases to the world around them. */
@NullMarked
package org.bodywork.notifications.notification.adapter;

import org.jspecify.annotations.NullMarked;
