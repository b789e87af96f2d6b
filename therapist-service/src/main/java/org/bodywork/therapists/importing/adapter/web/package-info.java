/** The internal door through which files of listings come in. */
@NullMarked
package org.bodywork.therapists.importing.adapter.web;

import org.jspecify.annotations.NullMarked;
