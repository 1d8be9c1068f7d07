package org.gongkai.platform.search;

/** In which order hits come (排序方式). */
public enum SearchOrder {
    /** 按相关度. */
    RELEVANCE,
    /** 按发布日期, the newest first. */
    DATE
}
