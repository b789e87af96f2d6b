/** Joins tests of a whole service to the servers they run against. */
@NullMarked
package org.bodywork.platform.testing.spring;

import org.jspecify.annotations.NullMarked;
