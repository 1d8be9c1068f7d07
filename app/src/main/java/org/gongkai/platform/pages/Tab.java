package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/** A tab (页签): a link of which one is the present page; count may be absent. */
public record Tab(String label, String address, boolean here, @Nullable Long count) {}
