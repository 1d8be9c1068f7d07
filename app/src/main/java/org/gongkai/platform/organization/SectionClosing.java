package org.gongkai.platform.organization;

import java.time.LocalDate;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * That a section was closed or merged (撤销、合并), and which section has its work now.
 *
 * @param successor null when its work ended with it
 */
public record SectionClosing(
        SectionId section, LocalDate lastDay, @Nullable SectionId successor, String reason) {}
