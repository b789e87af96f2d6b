/** Reviews over HTTP. */
@NullMarked
package org.bodywork.therapists.review.adapter.web;

import org.jspecify.annotations.NullMarked;
