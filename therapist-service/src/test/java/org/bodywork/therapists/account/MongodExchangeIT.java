package org.bodywork.therapists.account;

import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;

@WithServers(mongo = MongoBacking.MONGOD)
class MongodExchangeIT extends ExchangeContract {}
