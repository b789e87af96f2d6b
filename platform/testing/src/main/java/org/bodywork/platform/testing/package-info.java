/** What every module's tests share: settable clock, event probe, contract checks, architecture rules, backing services. */
@NullMarked
package org.bodywork.platform.testing;

import org.jspecify.annotations.NullMarked;
