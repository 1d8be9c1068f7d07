package org.gongkai.opengov.sitechecks;

import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Something that an inspection would find (自查问题).
 *
 * @param section who answers for the page; null when the disclosure office does
 * @param path the page
 * @param detail what is wrong there, e.g. the address that leads nowhere
 */
public record Fault(
        CheckItem item, @Nullable SectionId section, String path, String title, String detail) {}
