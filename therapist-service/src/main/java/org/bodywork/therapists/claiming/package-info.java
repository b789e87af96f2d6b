/** How a practice that is only named takes over its listing: somebody asks, and an operator finds out and agrees. */
@NullMarked
package org.bodywork.therapists.claiming;

import org.jspecify.annotations.NullMarked;
