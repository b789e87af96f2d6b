/** Work that is due at a moment: found by index, claimed with a lease, tried again when it fails. */
@NullMarked
package org.bodywork.platform.due;

import org.jspecify.annotations.NullMarked;
