package org.gongkai.platform.operations;

import org.gongkai.platform.organization.AgencyEntry;
import org.gongkai.platform.organization.PersonEntry;
import org.gongkai.platform.organization.PrefixEntry;

/**
 * What the first start of real work is told (首次设置), see {@code docs/guides/setup.example.json}.
 *
 * @param agency the first agency
 * @param prefix its index-number prefix
 * @param operator the person who operates the installation
 * @param username the operator's account
 * @param password the operator's password; no account has a default one
 */
record SetUp(
        AgencyEntry agency,
        PrefixEntry prefix,
        PersonEntry operator,
        String username,
        String password) {
    @Override
    public String toString() {
        return "SetUp of " + username;
    }
}
