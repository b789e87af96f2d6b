package org.bodywork.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that is read from a request body, and names the JSON Schema the body is checked against:
 * {@code classpath:requests/<name>.schema.json}.
 *
 * <p>The schema is the whole check of shape: types, required and known properties ({@code "additionalProperties":
 * false}), lengths, formats. Every fault is collected and answered at once as {@link InvalidRequest}. Refer to
 * {@code classpath:requests/common.schema.json} for text that must not hold control characters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Body {

    /** The schema's name, such as {@code book-appointment}. */
    String value();
}
