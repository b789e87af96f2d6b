/** One-time sign-in codes, sent by email at once and only while they are of use. */
@NullMarked
package org.bodywork.notifications.signin;

import org.jspecify.annotations.NullMarked;
