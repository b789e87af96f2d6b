/** Forgets a person when booking-service says so, once they have been told what is to be told. */
@NullMarked
package org.bodywork.notifications.erasure;

import org.jspecify.annotations.NullMarked;
