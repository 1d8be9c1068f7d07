package org.gongkai.opengov.inspections.tasks;

/**
 * Who sees an inspection, and whether the look is written down (任务可见范围).
 *
 * <p>Facts file 5.4: before the visit the list of a sealed draw is secret. Its team sees a task
 * from the day of release on; keeper, leader and auditor may look before, and each look is logged;
 * others see it when it has ended.
 */
enum TaskSight {
    /** Not there. */
    NONE,
    /** Seen, and the look is logged. */
    LOGGED,
    /** Seen. */
    PLAIN;

    /**
     * What this person sees.
     *
     * @param hidden a sealed task before its day of release
     * @param ended checked, skipped or refused
     * @param team whether the person belongs to the team
     * @param answers whether the person keeps, approves or audits inspections
     * @param reads whether the person reads the registers
     */
    static TaskSight of(
            boolean sealed,
            boolean hidden,
            boolean ended,
            boolean team,
            boolean answers,
            boolean reads) {
        if (!sealed || ended) {
            return team || answers || reads ? PLAIN : NONE;
        }
        if (hidden) {
            return answers ? LOGGED : NONE;
        }
        return team || answers ? LOGGED : NONE;
    }
}
