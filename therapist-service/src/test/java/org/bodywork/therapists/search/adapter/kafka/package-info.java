@NullMarked
package org.bodywork.therapists.search.adapter.kafka;

import org.jspecify.annotations.NullMarked;
