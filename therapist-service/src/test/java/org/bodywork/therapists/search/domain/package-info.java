@NullMarked
package org.bodywork.therapists.search.domain;

import org.jspecify.annotations.NullMarked;
