/** What travels between services: CloudEvents, their schemas, and who listens. */
@NullMarked
package org.bodywork.platform.events;

import org.jspecify.annotations.NullMarked;
