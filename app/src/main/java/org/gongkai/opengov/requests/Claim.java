package org.gongkai.opengov.requests;

import java.time.LocalDate;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A correction of one's own record or a complaint (更正本人信息、投诉), 《政府信息公开条例》 arts. 41, 47, 51.
 *
 * @param number as {@code GZ-2021-00001} or {@code TS-2021-00001}
 * @param personMask as 张**
 * @param about which record is wrong and how, or what is complained of
 * @param evidence by what it is shown; null where nothing was named
 * @param due the day aimed at, or set by the authority; null where there is none
 * @param closedOn since when nothing is owed; null while something is
 * @param secretGeneration how often a query secret was given, from 1
 */
public record Claim(
        long id,
        AgencyId agency,
        String number,
        ClaimKind kind,
        String personMask,
        String about,
        @Nullable String evidence,
        LocalDate receivedOn,
        @Nullable LocalDate due,
        @Nullable LocalDate closedOn,
        int secretGeneration,
        long version) {}
