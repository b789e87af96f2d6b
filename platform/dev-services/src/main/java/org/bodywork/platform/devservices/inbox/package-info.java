/** The newest messages that anybody sent from this machine, in bounded memory. */
@NullMarked
package org.bodywork.platform.devservices.inbox;

import org.jspecify.annotations.NullMarked;
