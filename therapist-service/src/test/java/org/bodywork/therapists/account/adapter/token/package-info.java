/** How signing keys change. */
@NullMarked
package org.bodywork.therapists.account.adapter.token;

import org.jspecify.annotations.NullMarked;
