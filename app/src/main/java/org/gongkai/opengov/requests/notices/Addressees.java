package org.gongkai.opengov.requests.notices;

import java.util.Optional;

/** How an applicant is reached (通知地址), read at the moment of sending and kept nowhere else. */
public interface Addressees {

    /** The address for this way; empty where none was given, or it has been erased. */
    Optional<String> addressOf(long request, NoticeWay way);
}
