package org.gongkai.opengov.requests.decisions;

/** Where an answer leads (去向). */
public sealed interface Lead {

    /** On to another question. */
    record Ask(Question question) implements Lead {}

    /** To this outcome. */
    record End(Outcome outcome) implements Lead {}

    /** There is a ground to withhold; what remains to be asked is whether a part can be given. */
    record Withhold(Outcome outcome) implements Lead {}
}
