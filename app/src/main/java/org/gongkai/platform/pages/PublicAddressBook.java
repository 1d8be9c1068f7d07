package org.gongkai.platform.pages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All public addresses of the site (全站地址): those of every module, one module after the other. */
@Component
public class PublicAddressBook {
    private final List<PublicAddresses> modules;

    PublicAddressBook(List<PublicAddresses> modules) {
        this.modules = modules;
    }

    /** Every address once, read as it is asked for; to be closed. */
    public Stream<PublicAddress> all() {
        return modules.stream().flatMap(PublicAddresses::all);
    }

    /** What all pages share, as a short text that changes when it does. */
    public String shared() {
        return modules.stream()
                .map(PublicAddresses::shared)
                .collect(Collectors.joining(" "))
                .strip();
    }
}
