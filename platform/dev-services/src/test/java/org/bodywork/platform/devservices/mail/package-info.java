@NullMarked
package org.bodywork.platform.devservices.mail;

import org.jspecify.annotations.NullMarked;
