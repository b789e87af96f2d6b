/** The rules of signing in, one fact a test. */
@NullMarked
package org.bodywork.therapists.account.domain;

import org.jspecify.annotations.NullMarked;
