/** Searches and suggestions over HTTP. */
@NullMarked
package org.bodywork.therapists.search.adapter.web;

import org.jspecify.annotations.NullMarked;
