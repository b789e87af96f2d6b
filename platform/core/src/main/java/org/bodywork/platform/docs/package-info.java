/** The description of each service's HTTP interface (OpenAPI), and a page to read and try it. */
@NullMarked
package org.bodywork.platform.docs;

import org.jspecify.annotations.NullMarked;
