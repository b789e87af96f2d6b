/** Programs as processes of their own: started, watched, started again, ended. */
@NullMarked
package org.bodywork.allinone.process;

import org.jspecify.annotations.NullMarked;
