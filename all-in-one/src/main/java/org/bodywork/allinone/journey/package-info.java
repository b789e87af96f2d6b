/** The life of a visit as its client and its therapist see it from outside, for system tests and measurements. */
@NullMarked
package org.bodywork.allinone.journey;

import org.jspecify.annotations.NullMarked;
