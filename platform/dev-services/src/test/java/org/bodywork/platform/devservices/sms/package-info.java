@NullMarked
package org.bodywork.platform.devservices.sms;

import org.jspecify.annotations.NullMarked;
