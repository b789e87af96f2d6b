/** Keeping accounts, and signing in by a code sent to the account's address. */
@NullMarked
package org.bodywork.therapists.account.application;

import org.jspecify.annotations.NullMarked;
