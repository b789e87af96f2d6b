@NullMarked
package org.bodywork.platform.devservices.web;

import org.jspecify.annotations.NullMarked;
