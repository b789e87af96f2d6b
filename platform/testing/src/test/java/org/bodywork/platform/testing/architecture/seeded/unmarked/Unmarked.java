package org.bodywork.platform.testing.architecture.seeded.unmarked;

class Unmarked {}
