/** The service as a whole, from the topic to the providers. */
@NullMarked
package org.bodywork.notifications;

import org.jspecify.annotations.NullMarked;
