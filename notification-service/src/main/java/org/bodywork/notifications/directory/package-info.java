/** The local copy of practices and therapists, fed by events: what messages call them and where they are. */
@NullMarked
package org.bodywork.notifications.directory;

import org.jspecify.annotations.NullMarked;
