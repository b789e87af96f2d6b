/**
 * Files of listings as CSV (RFC 4180, UTF-8). The reader is our own because a broken line must cost only itself: it is
 * refused with its number, column and reason, and reading goes on with the next line.
 */
@NullMarked
package org.bodywork.therapists.importing.adapter.csv;

import org.jspecify.annotations.NullMarked;
