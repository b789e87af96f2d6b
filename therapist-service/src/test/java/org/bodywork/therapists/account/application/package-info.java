/** What the use cases of accounts keep to, with fakes for what is stored. */
@NullMarked
package org.bodywork.therapists.account.application;

import org.jspecify.annotations.NullMarked;
