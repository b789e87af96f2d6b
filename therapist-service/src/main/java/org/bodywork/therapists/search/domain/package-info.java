/** What people look for, what is found, how well it fits and why. */
@NullMarked
package org.bodywork.therapists.search.domain;

import org.jspecify.annotations.NullMarked;
