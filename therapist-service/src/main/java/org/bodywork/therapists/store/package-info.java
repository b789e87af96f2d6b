/** How this service's aggregates are stored: a change and the event that tells of it are one write. */
@NullMarked
package org.bodywork.therapists.store;

import org.jspecify.annotations.NullMarked;
