/** Templates and texts, whatever they speak of. */
@NullMarked
package org.bodywork.notifications.letter;

import org.jspecify.annotations.NullMarked;
