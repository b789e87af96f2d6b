@NullMarked
package org.bodywork.notifications.notice;

import org.jspecify.annotations.NullMarked;
