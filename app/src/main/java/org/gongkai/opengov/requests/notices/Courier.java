package org.gongkai.opengov.requests.notices;

/** Carries notices by one way (通知渠道). */
interface Courier {

    NoticeWay way();

    /**
     * Hands one over.
     *
     * @param key the same for each try of one notice, so that a receiver can drop the second
     * @throws NotSent when it was not taken; worth another try
     */
    void send(String key, String address, String subject, String text) throws NotSent;

    /** Why a notice was not taken; names no address. */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(String why) {
            super(why);
        }
    }
}
