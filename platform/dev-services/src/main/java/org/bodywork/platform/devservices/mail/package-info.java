/** An SMTP server that takes every email and can be told to refuse. */
@NullMarked
package org.bodywork.platform.devservices.mail;

import org.jspecify.annotations.NullMarked;
