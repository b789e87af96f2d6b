/** The folder on disk where one installation keeps its keys, its state, its logs and its stores. */
@NullMarked
package org.bodywork.allinone.data;

import org.jspecify.annotations.NullMarked;
