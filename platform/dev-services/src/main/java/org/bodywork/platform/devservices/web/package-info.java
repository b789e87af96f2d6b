/** The little HTTP that the local servers need, on the JDK's own server and virtual threads. */
@NullMarked
package org.bodywork.platform.devservices.web;

import org.jspecify.annotations.NullMarked;
