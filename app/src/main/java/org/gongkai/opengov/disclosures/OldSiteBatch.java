package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What came in from an old site in one import (导入批次): kept aside until two people have approved the
 * whole of it, then taken in.
 *
 * @param sourceName the old site's name, shown to readers
 * @param sourceAddress its address, without a path
 * @param begunBy null when the operator's command began it
 * @param records how many documents it holds
 * @param held how many of them have to be reviewed like new drafts
 * @param takenIn how many have become documents here
 * @param seal what was approved or is to be; null while records are still added
 */
public record OldSiteBatch(
        long id,
        AgencyId agency,
        String sourceName,
        String sourceAddress,
        @Nullable PersonId begunBy,
        Instant begunAt,
        int records,
        int held,
        int takenIn,
        @Nullable Seal seal,
        List<Approval> approvals,
        @Nullable Discard discard) {

    /** From then on nothing is added; the digest names every document with date and number. */
    public record Seal(int records, String digest, Instant sealedAt) {}

    /** Whose word an approval is. */
    public enum Office {
        /** 政务公开办公室. */
        DISCLOSURE_OFFICE,
        /** 分管领导或主要负责人. */
        LEADER
    }

    /** One of the two words. */
    public record Approval(
            Office office,
            PersonId person,
            @Nullable PersonId onBehalfOf,
            String opinion,
            Instant approvedAt) {}

    /** Why nothing of it came in. */
    public record Discard(PersonId person, String reason, Instant discardedAt) {}

    /** Where it stands. */
    public enum Standing {
        /** 导入中. */
        OPEN,
        /** 待批准. */
        SEALED,
        /** 已批准，正在转入. */
        APPROVED,
        /** 已转入. */
        TAKEN_IN,
        /** 已放弃. */
        DISCARDED
    }

    /** Where it stands now. */
    public Standing standing() {
        if (discard != null) {
            return Standing.DISCARDED;
        }
        if (seal == null) {
            return Standing.OPEN;
        }
        if (approvals.size() < Office.values().length) {
            return Standing.SEALED;
        }
        return takenIn < seal.records() ? Standing.APPROVED : Standing.TAKEN_IN;
    }

    /** The word already given for this office. */
    public Optional<Approval> approval(Office office) {
        return approvals.stream().filter(it -> it.office() == office).findFirst();
    }
}
