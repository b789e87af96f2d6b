package org.bodywork.platform.testing.architecture.seeded;

class OpeningsOfTherapists {}
