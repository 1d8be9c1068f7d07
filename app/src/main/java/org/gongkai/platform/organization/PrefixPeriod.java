package org.gongkai.platform.organization;

/** A publisher's prefix and the days on which it is written (索引号前缀及其使用期间). */
public record PrefixPeriod(long id, PublisherPrefix prefix, Validity validity) {}
