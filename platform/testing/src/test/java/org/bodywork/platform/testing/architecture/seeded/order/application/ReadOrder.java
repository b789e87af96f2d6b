package org.bodywork.platform.testing.architecture.seeded.order.application;

import tools.jackson.databind.json.JsonMapper;

class ReadOrder {

    String read(String json) {
        return JsonMapper.shared().readTree(json).asString();
    }
}
