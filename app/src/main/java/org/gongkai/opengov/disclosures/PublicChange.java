package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;

/**
 * What the public can see of a document has changed (公开内容变动). Told within the transaction that
 * changes it.
 *
 * @param edition number of the edition that is shown, or was shown last
 */
public record PublicChange(
        DocumentId document,
        AgencyId agency,
        IndexNumber indexNumber,
        int edition,
        What what,
        Instant at) {

    /** What was done. */
    public enum What {
        /** 发布: the first edition. */
        PUBLISHED,
        /** 导入: the first edition, of what was public at an old site. */
        IMPORTED,
        /** 更正: a later edition. */
        CORRECTED,
        /** 撤回. */
        WITHDRAWN,
        /** 恢复公开. */
        RESTORED,
        /** 清除: nothing of its content may be left anywhere. */
        PURGED
    }
}
