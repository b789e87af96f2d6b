/** How what staff fill in is read: to its end, so that one answer names every fault. */
@NullMarked
package org.bodywork.therapists.form;

import org.jspecify.annotations.NullMarked;
