/** The accounts of staff, and how they sign in. */
@NullMarked
package org.bodywork.therapists.account;

import org.jspecify.annotations.NullMarked;
