/** Tests of the running service: importing. */
@NullMarked
package org.bodywork.therapists.importing;

import org.jspecify.annotations.NullMarked;
