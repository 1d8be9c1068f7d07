package org.gongkai.verifier.draw;

/** What is being recomputed (进度): a large draw takes some seconds, and says where it is. */
public enum Stage {
    LISTS("核对名录和清单", "holding the lists against the manifest"),
    ORDER("重算抽取顺序", "recomputing the order"),
    TEAMS("重算检查组", "recomputing the teams"),
    RESULT("核对结果和结果根", "comparing the result and its root"),
    AMENDMENTS("重算变更", "recomputing the amendments");

    private final String chinese;
    private final String english;

    Stage(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Its place among all, and what it is: one line, Chinese first. */
    public String line() {
        return "%d/%d %s %s".formatted(ordinal() + 1, values().length, chinese, english);
    }
}
