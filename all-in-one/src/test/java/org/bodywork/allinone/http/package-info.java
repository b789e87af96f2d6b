/** How files are sent. */
@NullMarked
package org.bodywork.allinone.http;

import org.jspecify.annotations.NullMarked;
