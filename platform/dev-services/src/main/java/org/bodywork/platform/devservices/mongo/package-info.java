/** MongoDB for one machine: a real mongod where one is installed, else a server in Java. */
@NullMarked
package org.bodywork.platform.devservices.mongo;

import org.jspecify.annotations.NullMarked;
