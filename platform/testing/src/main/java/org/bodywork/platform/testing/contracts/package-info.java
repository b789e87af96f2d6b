/** Holds producers and consumers of events to the published contracts. */
@NullMarked
package org.bodywork.platform.testing.contracts;

import org.jspecify.annotations.NullMarked;
