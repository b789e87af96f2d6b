/** Who may call what: bearer tokens and the keys to check them with, public paths, the internal door. */
@NullMarked
package org.bodywork.platform.security;

import org.jspecify.annotations.NullMarked;
