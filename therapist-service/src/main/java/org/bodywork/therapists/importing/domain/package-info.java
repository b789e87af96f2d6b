/** What a file of listings may hold, and what became of each of its rows. */
@NullMarked
package org.bodywork.therapists.importing.domain;

import org.jspecify.annotations.NullMarked;
