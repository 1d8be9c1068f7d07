package org.gongkai.opengov.mistakes;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found wrong on the site (找错留言).
 *
 * @param number what the reader keeps: ZC-2021-00001
 * @param page the address of the page, as given
 * @param section who is to answer; null while only the disclosure office has it
 * @param version grows with every step
 */
public record MistakeReport(
        long id,
        AgencyId agency,
        String number,
        String page,
        MistakeKind kind,
        String description,
        Instant receivedAt,
        LocalDate receivedOn,
        @Nullable SectionId section,
        MistakeState state,
        long version) {}
