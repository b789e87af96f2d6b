/** A broker for tests, a probe that reads what a service publishes, and a feed that publishes as another would. */
@NullMarked
package org.bodywork.platform.testing.kafka;

import org.jspecify.annotations.NullMarked;
