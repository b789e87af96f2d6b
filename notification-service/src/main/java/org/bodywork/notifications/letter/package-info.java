/** Every email has the shape of a short letter, laid out as text and as HTML. */
@NullMarked
package org.bodywork.notifications.letter;

import org.jspecify.annotations.NullMarked;
