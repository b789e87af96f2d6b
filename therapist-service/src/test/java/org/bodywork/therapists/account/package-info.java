/** Tests of the running service: account. */
@NullMarked
package org.bodywork.therapists.account;

import org.jspecify.annotations.NullMarked;
