/** Encryption of what travels and keyed digests of what is looked up. */
@NullMarked
package org.bodywork.platform.crypto;

import org.jspecify.annotations.NullMarked;
