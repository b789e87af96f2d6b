/** Which database and which broker the services work on, and how those that run here are started. */
@NullMarked
package org.bodywork.allinone.backing;

import org.jspecify.annotations.NullMarked;
