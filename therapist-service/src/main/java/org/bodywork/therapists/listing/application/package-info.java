/** What is done with listings: keeping them as they are told to us, and finding them. */
@NullMarked
package org.bodywork.therapists.listing.application;

import org.jspecify.annotations.NullMarked;
