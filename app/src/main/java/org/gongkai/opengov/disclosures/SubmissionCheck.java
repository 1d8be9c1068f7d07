package org.gongkai.opengov.disclosures;

/**
 * What the work area that a document comes from asks of it before it goes to review (送审条件). Asked
 * in the transaction that sends it, after everything that is asked of every document.
 */
public interface SubmissionCheck {

    /** Refuses what may not be sent; a document of another work area passes. */
    void check(Submission submission);
}
