/** Forgets who reviewed, when booking-service says that a person is to be forgotten. */
@NullMarked
package org.bodywork.therapists.erasure;

import org.jspecify.annotations.NullMarked;
