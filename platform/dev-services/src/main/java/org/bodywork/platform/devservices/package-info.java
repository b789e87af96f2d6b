/** Kafka, MongoDB, mail and an SMS provider for one machine. */
@NullMarked
package org.bodywork.platform.devservices;

import org.jspecify.annotations.NullMarked;
