/** The tokens of staff, and the keys they are signed with. */
@NullMarked
package org.bodywork.therapists.account.adapter.token;

import org.jspecify.annotations.NullMarked;
