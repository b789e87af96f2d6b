/** Tests of the running service. */
@NullMarked
package org.bodywork.therapists;

import org.jspecify.annotations.NullMarked;
