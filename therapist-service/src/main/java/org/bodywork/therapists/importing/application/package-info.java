/** Takes a file of listings over, row by row. */
@NullMarked
package org.bodywork.therapists.importing.application;

import org.jspecify.annotations.NullMarked;
