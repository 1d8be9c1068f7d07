package org.gongkai.platform.letters;

/** The three gates that each level answers for (三关): political, secrecy, wording. */
public record Gates(boolean political, boolean secrecy, boolean wording) {

    /** All three passed. */
    public static Gates passed() {
        return new Gates(true, true, true);
    }
}
