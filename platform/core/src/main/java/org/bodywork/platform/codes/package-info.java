/** One-time codes sent by email: how they are told, and who may show them. */
@NullMarked
package org.bodywork.platform.codes;

import org.jspecify.annotations.NullMarked;
