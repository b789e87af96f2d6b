/** The broker's side of events: topics, publishing, listener containers, dead letters. */
@NullMarked
package org.bodywork.platform.kafka;

import org.jspecify.annotations.NullMarked;
