package org.gongkai.opengov.portal;

import java.util.List;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.platform.pages.FileLink;
import org.jspecify.annotations.Nullable;

/**
 * A document's page, ready to read (信息页内容).
 *
 * @param head 索引号, 发布日期, 发布机构, 责任部门, 名称 and the fields of its kind
 * @param source who wrote it
 * @param comments only where readers may comment, or could
 * @param body the cleaned body, tables in their own scrollers
 * @param related what belongs to it, whichever of the two names the other
 * @param editions its history, newest first; one line only if it was never corrected
 */
record Sheet(
        PublicDocument document,
        String agency,
        String source,
        List<HeadField> head,
        @Nullable ValidityTag validity,
        @Nullable CommentNotice comments,
        String body,
        List<FileLink> attachments,
        List<EditionLine> editions,
        List<Related> related,
        String address) {

    /** The period for comments: the beginning of its messages, its days, and the way to comment. */
    record CommentNotice(String messageKey, String from, String until, String how, String look) {}

    /** Documents that stand to this one in the same way. */
    record Related(String messageKey, List<PublicListing> documents) {}

    /** A field of the head; an address makes it a link; wide ones take the whole row. */
    record HeadField(String messageKey, String value, @Nullable String address, boolean wide) {}

    /** An edition in the history. */
    record EditionLine(int number, String when, @Nullable String note, @Nullable String address) {}

    /** Whether it was corrected after publication. */
    public boolean corrected() {
        return editions.size() > 1;
    }
}
