/** Joins the ways out to their providers. */
@NullMarked
package org.bodywork.notifications.delivery.adapter;

import org.jspecify.annotations.NullMarked;
