/** What every call to somebody else is wrapped in. */
@NullMarked
package org.bodywork.notifications.remote;

import org.jspecify.annotations.NullMarked;
