@NullMarked
package org.bodywork.therapists.search.application;

import org.jspecify.annotations.NullMarked;
