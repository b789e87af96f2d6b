/** Accounts, sign-ins and their limits in MongoDB, and the events that tell of them. */
@NullMarked
package org.bodywork.therapists.account.adapter.mongo;

import org.jspecify.annotations.NullMarked;
