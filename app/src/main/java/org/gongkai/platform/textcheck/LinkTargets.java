package org.gongkai.platform.textcheck;

/** Who knows which addresses of this site exist (站内地址): work areas with public pages answer. */
public interface LinkTargets {

    /** Whether this is an address of theirs, e.g. {@code /d/…}; others are not asked. */
    boolean owns(String path);

    /** Whether something is there that readers of the finished page will be able to open. */
    boolean exists(String path);
}
