/** Signing in over HTTP, and the keys for others to check tokens with. */
@NullMarked
package org.bodywork.therapists.account.adapter.web;

import org.jspecify.annotations.NullMarked;
