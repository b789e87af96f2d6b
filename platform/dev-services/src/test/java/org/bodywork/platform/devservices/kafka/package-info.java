@NullMarked
package org.bodywork.platform.devservices.kafka;

import org.jspecify.annotations.NullMarked;
