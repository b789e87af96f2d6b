/** Events that a service could not handle: looked at, sent again, or given up. */
@NullMarked
package org.bodywork.allinone.deadletters;

import org.jspecify.annotations.NullMarked;
