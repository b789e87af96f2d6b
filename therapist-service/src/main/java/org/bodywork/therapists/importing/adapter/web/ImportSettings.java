package org.bodywork.therapists.importing.adapter.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken.
 *
 * @param mostBytes of one file; its size costs time, not memory
 */
@ConfigurationProperties("bodywork.import")
record ImportSettings(@DefaultValue("500MB") DataSize mostBytes) {}
