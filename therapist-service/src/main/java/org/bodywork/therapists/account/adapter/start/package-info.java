/** What is done about accounts when the service starts. */
@NullMarked
package org.bodywork.therapists.account.adapter.start;

import org.jspecify.annotations.NullMarked;
