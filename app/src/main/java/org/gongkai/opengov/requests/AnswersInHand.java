package org.gongkai.opengov.requests;

/**
 * Whether the answer to a request is being worked on as a letter (答复书在办): then its steps are taken
 * with the letter and not recorded by hand beside it.
 */
public interface AnswersInHand {

    /** Whether there is such a letter that has not been delivered or given up. */
    boolean inHand(long caseId);
}
