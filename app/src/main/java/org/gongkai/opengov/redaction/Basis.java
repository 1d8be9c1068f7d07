package org.gongkai.opengov.redaction;

/**
 * On what a part is withheld (不予公开依据).
 *
 * @param law another law cited, with article; empty where the ground needs none
 * @param reason in words of the office; never the removed words themselves
 */
public record Basis(Ground ground, String law, String reason) {
    public Basis {
        law = law.strip();
        reason = reason.strip();
    }

    /** A ground that says enough by itself. */
    public static Basis of(Ground ground) {
        return new Basis(ground, "", "");
    }
}
