package org.gongkai.opengov.requests.papers;

/**
 * To what a letter belongs (文书所属): a request, or a correction or complaint.
 *
 * @param ofClaim whether it is a correction or complaint
 * @param id of that
 */
public record LetterOwner(boolean ofClaim, long id) {

    /** A request. */
    public static LetterOwner request(long id) {
        return new LetterOwner(false, id);
    }

    /** A correction or complaint. */
    public static LetterOwner claim(long id) {
        return new LetterOwner(true, id);
    }

    /** As it is named in the audit trail. */
    String subject() {
        return (ofClaim ? "claim:" : "request:") + id;
    }

    /** The column by which its letters are found. */
    String column() {
        return ofClaim ? "claim_id" : "case_id";
    }
}
