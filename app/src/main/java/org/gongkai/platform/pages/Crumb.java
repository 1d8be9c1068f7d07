package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/** A step of 当前位置; without an address where there is no page of its own. */
public record Crumb(String name, @Nullable String address) {}
