/** A real Kafka broker in KRaft mode for one machine: in this JVM, or as a process of its own. */
@NullMarked
package org.bodywork.platform.devservices.kafka;

import org.jspecify.annotations.NullMarked;
