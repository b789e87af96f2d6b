/** Forgetting a person, against its contract. */
@NullMarked
package org.bodywork.therapists.erasure;

import org.jspecify.annotations.NullMarked;
