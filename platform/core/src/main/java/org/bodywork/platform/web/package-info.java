/** What every service does with an HTTP request: strict bodies and lists in, problems out. */
@NullMarked
package org.bodywork.platform.web;

import org.jspecify.annotations.NullMarked;
