/** Accounts, and the one-time codes that open them. */
@NullMarked
package org.bodywork.therapists.account.domain;

import org.jspecify.annotations.NullMarked;
