/** What every way out has to do. */
@NullMarked
package org.bodywork.notifications.delivery.application;

import org.jspecify.annotations.NullMarked;
