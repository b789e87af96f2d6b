/** How values of a listing look over HTTP, the same wherever they are shown. */
@NullMarked
package org.bodywork.therapists.view;

import org.jspecify.annotations.NullMarked;
