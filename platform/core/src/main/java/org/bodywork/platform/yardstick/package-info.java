/** Something to compare a service's answers with. */
@NullMarked
package org.bodywork.platform.yardstick;

import org.jspecify.annotations.NullMarked;
