package org.bodywork.platform.testing.architecture.seeded.order.adapter;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderPage {}
