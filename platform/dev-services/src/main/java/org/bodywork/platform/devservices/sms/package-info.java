/** A server that speaks the parts of Twilio's REST API that sending and receiving SMS needs. */
@NullMarked
package org.bodywork.platform.devservices.sms;

import org.jspecify.annotations.NullMarked;
