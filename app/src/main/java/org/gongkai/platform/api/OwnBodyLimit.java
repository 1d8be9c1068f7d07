package org.gongkai.platform.api;

/**
 * A call that reads its body itself and sets its own limit (自定请求体上限).
 *
 * @param path its address
 */
public record OwnBodyLimit(String path) {}
