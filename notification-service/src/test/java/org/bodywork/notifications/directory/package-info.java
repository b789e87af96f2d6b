/** The copy of practices and therapists against its contracts. */
@NullMarked
package org.bodywork.notifications.directory;

import org.jspecify.annotations.NullMarked;
