/** Figures about a whole installation: how soon it starts, how soon its messages arrive, what it weighs. */
@NullMarked
package org.bodywork.allinone.benchmark;

import org.jspecify.annotations.NullMarked;
