package org.gongkai.platform.pages;

/** A file to read or keep (附件), texts ready to read: kind as in PDF, size with its unit. */
public record FileLink(String name, String kind, String size, String address) {}
