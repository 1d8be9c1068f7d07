package org.gongkai.opengov.sitechecks.outward;

import java.net.InetAddress;

/**
 * Whether the program may open a connection there (可访问地址). Asked with the address that a name was
 * resolved to, and the connection then goes to that very address.
 */
@FunctionalInterface
public interface AddressGuard {

    /** Whether a connection to this address and port may be opened. */
    boolean admits(InetAddress address, int port);
}
