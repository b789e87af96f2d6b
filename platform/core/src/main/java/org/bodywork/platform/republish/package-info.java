/** Sends present states again: to a consumer that asks, and once a day where the topic keeps only the last of each. */
@NullMarked
package org.bodywork.platform.republish;

import org.jspecify.annotations.NullMarked;
