/** What the person at the keyboard types and reads. */
@NullMarked
package org.bodywork.allinone.terminal;

import org.jspecify.annotations.NullMarked;
