package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/**
 * A file to read or keep (附件), texts ready to read.
 *
 * @param kind as in PDF
 * @param size with its unit
 * @param reading where it is read as a page; null where it is not
 */
public record FileLink(
        String name, String kind, String size, String address, @Nullable String reading) {}
