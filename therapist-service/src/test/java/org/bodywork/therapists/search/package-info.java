@NullMarked
package org.bodywork.therapists.search;

import org.jspecify.annotations.NullMarked;
