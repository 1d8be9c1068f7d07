package org.gongkai.platform.search;

/** A filter value and how many hits choosing it would give (筛选项及条数). */
public record FacetCount(String value, long count) {}
